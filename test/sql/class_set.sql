-- class_set: which classes a record holds
SELECT '{email,us_ssn}'::breachvalue.class_set, '{}'::breachvalue.class_set AS empty,
       ' { us_ssn , email,email } '::breachvalue.class_set AS spaced;
SELECT '{class_256,email,class_383}'::breachvalue.class_set AS users;
SELECT ARRAY['phone', 'name']::breachvalue.class_set AS from_array,
       '{phone,name}'::breachvalue.class_set::text[] AS to_array,
       '{}'::text[]::breachvalue.class_set AS from_empty;

-- operators that arrays have too are in schema breachvalue, the others everywhere
SELECT '{email,name}'::breachvalue.class_set | '{phone}' AS "or",
       '{email,name}'::breachvalue.class_set & '{name,phone}' AS "and",
       '{email,name}'::breachvalue.class_set - '{name,phone}' AS minus;
SELECT ARRAY['a'] = ARRAY['a'] AS arrays_compare, ARRAY['a'] <@ '{a,b}'::text[] AS arrays_contain;
SET search_path = public, breachvalue;
SELECT '{email,name}'::breachvalue.class_set @> '{name}' AS contains,
       '{email,name}'::breachvalue.class_set <@ '{name}' AS contained,
       '{}'::breachvalue.class_set <@ '{name}' AS empty_contained,
       '{email,name}'::breachvalue.class_set = '{name,email}' AS equal,
       '{email,name}'::breachvalue.class_set <> ARRAY['name'] AS differs,
       '{email}'::breachvalue.class_set < '{name}' AS "less";
RESET search_path;

-- sorting, grouping, joining, indexing
CREATE TEMP TABLE held (classes breachvalue.class_set PRIMARY KEY);
INSERT INTO held VALUES ('{phone}'), ('{}'), ('{name,phone}'), ('{name}'), ('{class_300}');
INSERT INTO held VALUES ('{name}');
SELECT * FROM held ORDER BY classes;
SELECT classes, count(*) FROM (TABLE held UNION ALL TABLE held) h GROUP BY classes ORDER BY classes DESC;
SET enable_mergejoin = off;
SET enable_nestloop = off;
SELECT count(*) FROM held a JOIN held b ON a.classes OPERATOR(breachvalue.=) b.classes;
RESET enable_mergejoin;
RESET enable_nestloop;
SELECT breachvalue.class_set_union(classes), breachvalue.class_set_union(classes) FILTER (WHERE false) AS none
FROM held;

-- binary form
CREATE TEMP TABLE wire (bytes bytea);
INSERT INTO wire SELECT breachvalue.class_set_send(classes) FROM held;
SELECT DISTINCT length(bytes) FROM wire;

-- NULL in, NULL out
SELECT NULL::breachvalue.class_set | '{name}' AS "or", NULL::text[]::breachvalue.class_set AS from_array;

-- what is no set of classes
SELECT '{emial}'::breachvalue.class_set;
SELECT '{Email}'::breachvalue.class_set;
SELECT '{}}'::breachvalue.class_set;
SELECT 'email'::breachvalue.class_set;
SELECT '{email'::breachvalue.class_set;
SELECT '{email,}'::breachvalue.class_set;
SELECT ''::breachvalue.class_set;
SELECT '{class_255}'::breachvalue.class_set;
SELECT '{class_384}'::breachvalue.class_set;
SELECT '{class_0256}'::breachvalue.class_set;
SELECT ARRAY['class_ 256']::breachvalue.class_set;
SELECT ARRAY['name', NULL]::breachvalue.class_set;
SELECT ARRAY['shoe size']::breachvalue.class_set;
