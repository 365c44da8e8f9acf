-- the extension goes in, and all of it goes out again
CREATE EXTENSION breachvalue;
DROP EXTENSION breachvalue;
CREATE EXTENSION breachvalue;
