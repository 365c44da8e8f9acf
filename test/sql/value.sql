-- the value model as users see it
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS breachvalue;

-- 1 cent, 100 million records
SELECT breachvalue.value(price => 0.01, records => 1e8, exponent => 1.5);
SELECT breachvalue.value(1, 100000000, 1.5);
SELECT breachvalue.value(price => 0.009, records => 76.6e6, exponent => 1.5, reference_records => 30e6);
SELECT breachvalue.marginal_value(price => 0.01, records => 1e6, exponent => 1.5);
SELECT breachvalue.max_records(budget => 10000000000, price => 0.01, exponent => 1.5);

-- parts and wholes
SELECT breachvalue.merged_value(parts => ARRAY[8, 27], exponent => 3);
SELECT breachvalue.reduced_value(value => 125, removed => 27, exponent => 3);
SELECT region, breachvalue.total_value(value, 3) FROM (VALUES ('north', 8), ('north', 27), ('south', 1)) AS store (region, value)
GROUP BY region ORDER BY region;

-- stores
SELECT breachvalue.split_value(value => 1000, stores => 4, exponent => 1.5);
SELECT breachvalue.split_value_by_share(value => 1000, shares => ARRAY[0.9, 0.1], exponent => 1.5);
SELECT breachvalue.effective_stores(shares => ARRAY[0.9, 0.1], exponent => 1.5);
SELECT breachvalue.linked_value(parts => ARRAY[1000, 8000, 27000], linkage => 0.9, exponent => 1.5);
SELECT breachvalue.min_stores(value => 1000, budget => 300, exponent => 1.5);

-- messages
SELECT breachvalue.value(1, 10, 17);
SELECT breachvalue.value(1, 10, 0.0);
SELECT breachvalue.value(1, 2.50, 1.5);
SELECT breachvalue.value(1, -3, 1.5);
SELECT breachvalue.value(1, 1e19, 1.5);
SELECT breachvalue.value(1, 1, 1.5, 0);
SELECT breachvalue.value(-0.10, 1, 1.5);
SELECT breachvalue.value('NaN', 1, 1.5);
SELECT breachvalue.value(1, '-Infinity', 1.5);
SELECT breachvalue.value(1e300, 1, 1.5);
SELECT breachvalue.value(1e-300, 1, 1.5);
SELECT breachvalue.value(repeat('3', 201)::numeric, 1, 1.5);
SELECT breachvalue.merged_value('{1,NULL}', 1.5);
SELECT breachvalue.merged_value('{1,-2}', 1.5);
SELECT breachvalue.reduced_value(8, 27, 3);
SELECT breachvalue.split_value(100, 0, 1.5);
SELECT breachvalue.split_value_by_share(100, '{0,0}', 1.5);
SELECT breachvalue.linked_value('{1,2}', 1.2, 1.5);
SELECT breachvalue.max_records(100, 0, 1.5);
SELECT breachvalue.min_stores(100, 10, 0.9);
SELECT breachvalue.min_stores(100, 0, 1.5);
SELECT breachvalue.min_stores(1e100, 1, 1.01);
SELECT breachvalue.total_value(v, v) FROM generate_series(1, 2) AS v;
