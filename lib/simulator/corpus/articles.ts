// Which pages does the simulator's little web have?

import type { Article } from "./article";

export const articles: readonly Article[] = [
  {
    title: "Ada Lovelace",
    url: "https://encyclopedia.example/ada-lovelace",
    pageAge: "May 12, 2026",
    text: "Ada Lovelace (1815-1852) was an English mathematician. She wrote notes on Charles Babbage's Analytical Engine, published in 1843. One of the notes holds a procedure for computing Bernoulli numbers, often called the first published computer program. She saw that such a machine could work on more than numbers.",
  },
  {
    title: "Alan Turing",
    url: "https://encyclopedia.example/alan-turing",
    pageAge: "June 1, 2026",
    text: "Alan Turing (1912-1954) was a British mathematician and computer scientist. His paper of 1936 described an abstract machine that can carry out any computation. During the Second World War he worked on breaking the Enigma cipher at Bletchley Park. The Turing Award, given every year since 1966, is named after him.",
  },
  {
    title: "Grace Hopper",
    url: "https://encyclopedia.example/grace-hopper",
    pageAge: "April 20, 2026",
    text: "Grace Hopper (1906-1992) was an American computer scientist and rear admiral of the United States Navy. She led the team that built one of the first compilers, A-0, in 1952. Her work on FLOW-MATIC shaped the programming language COBOL.",
  },
  {
    title: "Marie Curie",
    url: "https://encyclopedia.example/marie-curie",
    pageAge: "March 3, 2026",
    text: "Marie Curie (1867-1934) was a Polish and French physicist and chemist. She discovered the elements polonium and radium together with Pierre Curie. She received the Nobel Prize in Physics in 1903 and the Nobel Prize in Chemistry in 1911, and is the only person with Nobel Prizes in two sciences.",
  },
  {
    title: "The Moon",
    url: "https://encyclopedia.example/moon",
    pageAge: "January 15, 2026",
    text: "The Moon is Earth's only natural satellite. Its mean distance from Earth is 384,400 kilometres, and its diameter is 3,474 kilometres. It turns once about itself in the time it takes to go round Earth, so that the same side always faces us. People first walked on it on 20 July 1969.",
  },
  {
    title: "Mars",
    url: "https://encyclopedia.example/mars",
    pageAge: "February 9, 2026",
    text: "Mars is the fourth planet from the Sun. A year on Mars lasts 687 Earth days, and a day there is 24 hours and 37 minutes long. Its two moons are Phobos and Deimos. Olympus Mons on Mars is the highest volcano known in the solar system, about 22 kilometres high.",
  },
  {
    title: "Mount Everest",
    url: "https://encyclopedia.example/mount-everest",
    pageAge: "May 30, 2026",
    text: "Mount Everest is the highest mountain on Earth above sea level, at 8,849 metres. It stands in the Himalayas on the border of Nepal and China. Edmund Hillary and Tenzing Norgay were the first known to reach its summit, on 29 May 1953.",
  },
  {
    title: "The Amazon River",
    url: "https://encyclopedia.example/amazon-river",
    pageAge: "April 2, 2026",
    text: "The Amazon in South America is the largest river of the world by discharge of water. It is about 6,400 kilometres long. Its basin covers about 7 million square kilometres, mostly in Brazil and Peru.",
  },
  {
    title: "Photosynthesis",
    url: "https://encyclopedia.example/photosynthesis",
    pageAge: "March 18, 2026",
    text: "Photosynthesis is how plants, algae and some bacteria turn light into chemical energy. Carbon dioxide and water become sugar and oxygen. In plants it takes place in the chloroplasts, where chlorophyll absorbs mostly red and blue light.",
  },
  {
    title: "The speed of light",
    url: "https://encyclopedia.example/speed-of-light",
    pageAge: "January 28, 2026",
    text: "The speed of light in a vacuum is exactly 299,792,458 metres per second. The metre has been defined by it since 1983. Light takes about 8 minutes and 20 seconds from the Sun to Earth.",
  },
  {
    title: "Bergen",
    url: "https://travel.example/bergen",
    pageAge: "June 22, 2026",
    text: "Bergen is the second largest city of Norway, on the country's west coast. It lies among seven mountains and is known for rain on more than 200 days of the year. Bryggen, its row of wooden houses at the harbour, is a World Heritage Site.",
  },
  {
    title: "Lisbon",
    url: "https://travel.example/lisbon",
    pageAge: "May 5, 2026",
    text: "Lisbon is the capital of Portugal, at the mouth of the Tagus. It was struck by a great earthquake in 1755. Tram line 28 climbs through the old quarters of Alfama and Graca.",
  },
  {
    title: "Kyoto",
    url: "https://travel.example/kyoto",
    pageAge: "April 11, 2026",
    text: "Kyoto was the capital of Japan for more than a thousand years, from 794 to 1868. It has about 1,600 Buddhist temples and 400 Shinto shrines. Cherry trees usually bloom there at the beginning of April.",
  },
  {
    title: "The Eiffel Tower",
    url: "https://travel.example/eiffel-tower",
    pageAge: "June 14, 2026",
    text: "The Eiffel Tower in Paris was built for the World's Fair of 1889. It is 330 metres high and was the tallest structure of the world for 41 years. Gustave Eiffel's company designed and built it.",
  },
  {
    title: "Coffee",
    url: "https://food.example/coffee",
    pageAge: "February 24, 2026",
    text: "Coffee is brewed from the roasted seeds of the coffee plant. The plant comes from Ethiopia. Brazil has been the largest producer for more than 150 years. A cup holds about 95 milligrams of caffeine.",
  },
  {
    title: "Sourdough bread",
    url: "https://food.example/sourdough",
    pageAge: "March 27, 2026",
    text: "Sourdough bread rises by wild yeast and lactic acid bacteria instead of baker's yeast. A starter of flour and water is fed daily for about a week before it is used. A common loaf has 100 parts flour, 70 parts water, 20 parts starter and 2 parts salt.",
  },
  {
    title: "HTTP status codes",
    url: "https://tech.example/http-status-codes",
    pageAge: "June 8, 2026",
    text: "HTTP status codes say how a request ended. Codes from 200 to 299 mean success, 300 to 399 redirection, 400 to 499 a mistake of the client, 500 to 599 a failure of the server. 429 means too many requests, and a retry-after header may say how long to wait.",
  },
  {
    title: "JSON",
    url: "https://tech.example/json",
    pageAge: "May 19, 2026",
    text: "JSON is a text format for structured data. It has objects, arrays, strings, numbers, true, false and null. RFC 8259 defines it. Comments and trailing commas are not part of it.",
  },
  {
    title: "JSON Schema",
    url: "https://tech.example/json-schema",
    pageAge: "May 21, 2026",
    text: "JSON Schema describes what a JSON document may look like. Draft 2020-12 is the newest published version. The keywords type, properties, required and additionalProperties describe objects; items describes the entries of an array.",
  },
  {
    title: "Model Context Protocol",
    url: "https://tech.example/model-context-protocol",
    pageAge: "June 17, 2026",
    text: "The Model Context Protocol, MCP for short, is an open protocol by which applications give tools and data to language models. Anthropic published it in November 2024. Messages are JSON-RPC 2.0, and a server offers tools, resources and prompts.",
  },
  {
    title: "Server-sent events",
    url: "https://tech.example/server-sent-events",
    pageAge: "June 3, 2026",
    text: "Server-sent events are a way for a server to push text to a client over one HTTP response. Each event is a few lines, such as event and data, ended by a blank line. The content type is text/event-stream. A client that reconnects sends Last-Event-ID.",
  },
  {
    title: "Parallel tool use",
    url: "https://tech.example/parallel-tool-use",
    pageAge: "June 25, 2026",
    text: "Parallel tool use means that a language model asks for several tool calls in one reply. The program runs them at the same time and answers all of them in one message. The wait is then as long as the slowest call, not as long as all calls together.",
  },
  {
    title: "World population",
    url: "https://data.example/world-population",
    pageAge: "June 30, 2026",
    text: "The population of the world passed 8 billion in November 2022. India is the most populous country, followed by China. Tokyo is among the largest urban areas, with about 37 million people.",
  },
  {
    title: "Olympic Games",
    url: "https://sport.example/olympic-games",
    pageAge: "February 22, 2026",
    text: "The modern Olympic Games began in Athens in 1896. The Summer Games of 2024 took place in Paris. The Summer Games of 2028 will be in Los Angeles. The Winter Games of 2026 took place in Milan and Cortina d'Ampezzo.",
  },
  {
    title: "Chess",
    url: "https://sport.example/chess",
    pageAge: "January 6, 2026",
    text: "Chess is played by two players on a board of 64 squares. Each side has 16 pieces. The game ends with checkmate, resignation or a draw. The first official world champion was Wilhelm Steinitz, in 1886.",
  },
  {
    title: "Honey bees",
    url: "https://nature.example/honey-bees",
    pageAge: "April 29, 2026",
    text: "Honey bees live in colonies of up to 60,000 workers with one queen. They tell each other where flowers are by the waggle dance, which Karl von Frisch decoded. A worker makes about a twelfth of a teaspoon of honey in its life.",
  },
];
