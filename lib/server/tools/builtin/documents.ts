// What do the documents say that the document tool has?

export const documentNames = ["travel_policy", "product_faq", "service_handbook"] as const;
export type DocumentName = (typeof documentNames)[number];

export type StoredDocument = { readonly title: string; readonly context: string; readonly text: string };

const travelPolicy = `Northwind Instruments: Travel Policy
Valid from 1 January 2026

1. Booking
Book trains and flights through the travel desk at least 14 days ahead. Later bookings need the approval of your team lead. For journeys under four hours the train is the first choice.

2. Class of travel
Trains: second class; first class where a journey takes more than three hours. Flights: economy; premium economy from eight hours of flight time. Nobody flies business class on company money, directors included.

3. Hotels
The limit is 140 euros a night, breakfast included, and 190 euros in London, Paris, Zurich, New York, San Francisco and Tokyo. If nothing fits the limit, the travel desk may raise it by a quarter.

4. Daily allowance
38 euros for a full day in the home country, 52 euros abroad. On the days of arrival and departure half of it is paid. Meals paid by a customer are deducted: 20 percent for breakfast, 40 percent each for lunch and dinner.

5. Cars
A rental car needs a reason: three or more people, heavy equipment, or no train within 15 kilometres. Private cars are paid at 0.42 euros a kilometre, up to 400 kilometres a journey.

6. Claims
Hand in claims within 30 days after the journey, with receipts for everything above 10 euros. Claims are paid with the next salary. After 90 days they are void.

7. Emergencies
The travel desk answers around the clock at extension 4400. Safety goes before every limit in this policy.`;

const productFaq = `Lumen Desk Lamp: Frequently Asked Questions

How bright is the lamp?
Up to 900 lumens, in ten steps. The last setting is kept when the lamp is switched off, but not when it is unplugged.

Can the colour of the light be changed?
Yes, from 2,700 kelvin (warm) to 6,500 kelvin (daylight). Turn the outer ring; the inner ring sets the brightness.

How much power does it use?
11 watts at full brightness, 0.3 watts in standby.

Can I charge a phone with it?
The USB-C port in the base gives up to 15 watts. It is off while the lamp is unplugged, and it does not carry data.

Does it work with an app or a voice assistant?
No. The lamp has no radio and no account, and it never will: there is nothing to update.

The lamp flickers. What can I do?
Flicker at low brightness nearly always comes from a dimmer in the wall. Plug the lamp into a socket without one. If it still flickers, hold the inner ring for ten seconds to reset it; it blinks twice when it is done.

Can the light source be replaced?
Yes. Order part LD-20 and loosen the two screws under the shade. Unplug the lamp first and let it cool for five minutes.

How long is the warranty?
Five years on the lamp and two years on the power supply, from the date of purchase. Keep the receipt. Damage from liquids is not covered.

How do I return a lamp?
Within 45 days, in any condition. We pay the postage inside the European Union and Switzerland.`;

const serviceHandbook = `Harbour Ferry Company: Service Handbook, Extract for Deck Staff

Before the first departure
Walk the passenger deck, count the life jackets (220 for adults, 40 for children) and test both doors. Write the count into the deck log. A boat with fewer jackets than passengers does not leave.

Boarding
Boarding opens 15 minutes and closes 2 minutes before departure. Wheelchairs and prams board first. Bicycles are taken on the lower deck, 24 at most; electric scooters are not taken at all. Dogs travel free on a lead.

Delays
Announce a delay as soon as it is 5 minutes, and again every 10 minutes. From 30 minutes passengers may ask for half of the fare back, from 60 minutes for all of it; hand out form D2. From 90 minutes the company pays for a taxi up to 40 euros a person.

Weather
From wind force 7 the upper deck is closed. From force 9 service stops; the harbour master decides when it starts again. In fog with less than 200 metres of sight, sound the horn every 2 minutes.

Person overboard
Shout, throw a ring, point at the person and do not look away. One colleague tells the bridge; nobody jumps. Start the clock: the coast guard is called after 60 seconds, channel 16.

Lost property
Label it with date and boat and hand it in at pier 3 by the end of the shift. It is kept for 60 days. Passports and medicine go to the harbour police the same day.`;

export const documents: Readonly<Record<DocumentName, StoredDocument>> = {
  travel_policy: {
    title: "Northwind Instruments: Travel Policy",
    context: "The travel rules of a company, valid from 1 January 2026. Amounts are in euros.",
    text: travelPolicy,
  },
  product_faq: {
    title: "Lumen Desk Lamp: Frequently Asked Questions",
    context: "Questions customers ask about one product, with the maker's answers.",
    text: productFaq,
  },
  service_handbook: {
    title: "Harbour Ferry Company: Service Handbook",
    context: "The part of a ferry company's handbook that deck staff work by.",
    text: serviceHandbook,
  },
};
