-- A standard of an older inventory can be of several types at once, which are written one after another. Texts have no length here.
SELECT 1;
