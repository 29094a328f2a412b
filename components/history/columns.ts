// How wide is each column of the history, and what does it say?

/** The model's column gives way first: its text is as long as its worth is low where runs share one. */
export const columnsClass =
  "grid grid-cols-[2.25rem_7.25rem_minmax(10rem,1fr)_7.25rem_5.75rem_5.5rem_9.5rem_3rem_3rem_4.5rem_5.25rem_4.25rem] items-center @max-[1120px]:grid-cols-[2.25rem_7.25rem_minmax(10rem,1fr)_7.25rem_5.75rem_5.5rem_3rem_3rem_4.5rem_5.25rem_4.25rem]";

export const modelClass = "@max-[1120px]:hidden";

export const rowHeight = 32;
export const headHeight = 28;
