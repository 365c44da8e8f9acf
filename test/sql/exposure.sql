-- exposure: how many records there are of each kind

-- text
SELECT 'empty'::breachvalue.exposure, '3 x {us_ssn,email}, 2 x 0.01'::breachvalue.exposure;
SELECT '2 x 0.01,3 x{email,us_ssn},1 x {},4 x 0.010'::breachvalue.exposure AS sorted_and_merged;
SELECT 'EUR: 5 x 0.50, 1 x {email} at 2'::breachvalue.exposure AS with_currency,
       'EUR: 5 x {email}'::breachvalue.exposure AS currency_of_no_price;
SELECT '1 x 9223372036.854775807, 9223372036854775807 x {class_256}'::breachvalue.exposure AS largest,
       '1 x 0.000000001'::breachvalue.exposure AS smallest, '1 x 0'::breachvalue.exposure AS worthless;
SELECT 'USD level 1: 3 for 0.06, 2 x {email} for 7'::breachvalue.exposure AS coarse;

-- what is none
SELECT '0.01'::breachvalue.exposure;
SELECT ' 12 '::breachvalue.exposure;
SELECT ''::breachvalue.exposure;
SELECT 'email'::breachvalue.exposure;
SELECT '3 {email}'::breachvalue.exposure;
SELECT '3 x {emial}'::breachvalue.exposure;
SELECT '3 x {email'::breachvalue.exposure;
SELECT '3 x {email},'::breachvalue.exposure;
SELECT '0 x {email}'::breachvalue.exposure;
SELECT '-1 x {email}'::breachvalue.exposure;
SELECT '9223372036854775808 x {email}'::breachvalue.exposure;
SELECT '1 x 0.0000000001'::breachvalue.exposure;
SELECT '1 x 9223372036.854775808'::breachvalue.exposure;
SELECT '3 for 0.06'::breachvalue.exposure;
SELECT 'level 12: 3 for 0.06'::breachvalue.exposure;
SELECT 'level 1: 1 for 18446744073.709551615'::breachvalue.exposure;
SELECT 'euro: 3 x 0.06'::breachvalue.exposure;
SELECT 'EUR 3 x 0.06'::breachvalue.exposure;
SELECT '9223372036854775807 x 1, 1 x 1'::breachvalue.exposure;

-- two exposures
SELECT '3 x {email}, 1 x 5'::breachvalue.exposure + '1 x {email}, 2 x {}' AS sum,
       '3 x {email}, 1 x 5'::breachvalue.exposure - '1 x {email}' AS rest,
       '3 x {email}'::breachvalue.exposure - '3 x {email}' AS nothing;
SELECT '3 x {email}, 1 x 5'::breachvalue.exposure = '1 x 5, 3 x {email}' AS equal,
       '3 x {email}'::breachvalue.exposure <> '3 x {phone}' AS differs;
SELECT '1 x {email}'::breachvalue.exposure - '2 x {email}';
SELECT '1 x {email}'::breachvalue.exposure - '1 x {phone}';
SELECT 'level 1: 2 for 1'::breachvalue.exposure - '1 x 0.5';
SELECT 'EUR: 1 x 1'::breachvalue.exposure + 'USD: 1 x 1';
SELECT 'EUR: 1 x 1'::breachvalue.exposure + '1 x 1';
SELECT 'EUR: 1 x 1'::breachvalue.exposure + '1 x {email}' AS only_one_currency;

SELECT count(DISTINCT e), min(e::text) AS one FROM unnest('{"1 x 5","2 x 5","1 x 5"}'::breachvalue.exposure[]) e;
SELECT e FROM unnest('{"1 x {phone}","empty","1 x {email}","1 x 5"}'::breachvalue.exposure[]) e ORDER BY e;

-- aggregates
CREATE TABLE sale (id int, price numeric, classes breachvalue.class_set);
INSERT INTO sale
SELECT i, CASE WHEN i % 10 > 0 THEN (i % 4) * 0.25 END,
       CASE i % 3 WHEN 0 THEN '{email}' WHEN 1 THEN '{email,phone}' END::breachvalue.class_set
FROM generate_series(1, 120) i;
SELECT breachvalue.exposure(price) AS by_numeric, breachvalue.exposure(classes) AS by_classes FROM sale;
SELECT breachvalue.exposure((price * 4)::bigint) AS by_bigint,
       breachvalue.exposure((price * 4)::int) AS by_int,
       breachvalue.exposure(price::float8) AS by_double FROM sale;
SELECT breachvalue.exposure(price) AS nothing FROM sale WHERE false;
SELECT breachvalue.exposure(e) FROM (SELECT breachvalue.exposure(price) AS e FROM sale GROUP BY id % 7) g;
SELECT breachvalue.exposure(0.01), breachvalue.exposure(1) FROM generate_series(1, 3);
SELECT breachvalue.exposure('{email}'::breachvalue.class_set) FROM generate_series(1, 3);
SELECT breachvalue.exposure(0.0000000015) AS rounded FROM generate_series(1, 2);
SELECT breachvalue.exposure(-0.01);
SELECT breachvalue.exposure('NaN'::numeric);
SELECT breachvalue.exposure('Infinity'::numeric);
SELECT breachvalue.exposure('NaN'::float8);
SELECT breachvalue.exposure('-Infinity'::float8);
SELECT breachvalue.exposure(-1.5::float8);
SELECT breachvalue.exposure(1e10::float8);
SELECT breachvalue.exposure(9223372037);
SELECT breachvalue.exposure(-3);
SELECT breachvalue.exposure(1e300::numeric);
SELECT breachvalue.exposure('0.01');
SELECT breachvalue.exposure('text'::text);

-- windows, with an exact inverse
SELECT id, breachvalue.exposure(price) OVER (ORDER BY id ROWS 2 PRECEDING) AS prices,
       breachvalue.exposure(classes) OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) AS classes
FROM sale WHERE id <= 12;
SELECT count(*) FILTER (WHERE moving <> anew) AS wrong
FROM (SELECT breachvalue.exposure(price) OVER (ORDER BY id ROWS 20 PRECEDING) AS moving,
             (SELECT breachvalue.exposure(s.price) FROM sale s WHERE s.id BETWEEN sale.id - 20 AND sale.id) AS anew
      FROM sale) w;

-- more prices than fit: coarse, within 1e-5, and its inverse refused
SELECT breachvalue.records(e) AS records, breachvalue.linear_value(e) AS linear, left(e::text, 8) AS level,
       round(abs(breachvalue.value(e) / (SELECT breachvalue.total_value(i * 0.01, 1.5) FROM generate_series(1, 20000) i) - 1), 5) AS error
FROM (SELECT breachvalue.exposure(i * 0.01) AS e FROM generate_series(1, 20000) i) x;
SELECT e::text::breachvalue.exposure = e AS text_is_lossless, octet_length(breachvalue.exposure_send(e)) > 0 AS sent,
       e = f AS order_does_not_matter
FROM (SELECT breachvalue.exposure(i * 0.01 ORDER BY i) AS e, breachvalue.exposure(i * 0.01 ORDER BY -i) AS f
      FROM generate_series(1, 20000) i) x;
SELECT count(*) FILTER (WHERE moving <> anew) AS wrong
FROM (SELECT breachvalue.exposure(i) OVER (ORDER BY i ROWS 299 PRECEDING) AS moving,
             (SELECT breachvalue.exposure(j) FROM generate_series(greatest(1, i - 299), i) j) AS anew
      FROM generate_series(1, 600) i) w;
-- prices that have left the window are of no currency any more
SELECT i, breachvalue.exposure(e) OVER (ORDER BY i ROWS 1 PRECEDING)
FROM (VALUES (1, 'EUR: 1 x 2'::breachvalue.exposure), (2, '1 x {email}'), (3, 'USD: 1 x 3')) v (i, e);

-- what it is worth
SELECT breachvalue.value('100000000 x 0.01'::breachvalue.exposure) AS seed,
       breachvalue.value('100000000 x 0.01'::breachvalue.exposure, 2) AS exponent_2,
       breachvalue.value('100000000 x 0.01'::breachvalue.exposure, 'linear') AS linear,
       breachvalue.value('empty'::breachvalue.exposure) AS nothing;
SELECT breachvalue.value('100000000 x {name,address,phone,imei,us_ssn,drivers_licence}'::breachvalue.exposure) AS full_kits,
       breachvalue.value('100000000 x {account_id}, 5 x {}'::breachvalue.exposure) AS links_only,
       breachvalue.records('100000000 x {account_id}, 5 x {}, 7 x {email}'::breachvalue.exposure) AS records;
SELECT breachvalue.value('1 x 8, 1 x 27'::breachvalue.exposure, 3) AS v,
       breachvalue.linear_value('1 x 8, 1 x 27'::breachvalue.exposure) AS linear,
       breachvalue.mass('1 x 8, 1 x 27'::breachvalue.exposure) AS mass,
       breachvalue.effective_records('1000 x 0.35'::breachvalue.exposure) AS effective;
SELECT * FROM breachvalue.describe('100 x {email}, 20 x 0.5'::breachvalue.exposure);
SELECT breachvalue.coarseness('5 x 0.01'::breachvalue.exposure) AS exact, breachvalue.coarseness('level 1: 2 for 1'::breachvalue.exposure) AS coarse;
SELECT * FROM breachvalue.class_counts('100 x {email,phone}, 20 x {phone} at 1, 3 x 0.5, 4 x {class_300}'::breachvalue.exposure);
SELECT breachvalue.without_class('100 x {email,phone}, 20 x {phone} at 1, 3 x {email}'::breachvalue.exposure, 'phone');
SELECT breachvalue.without_class('empty'::breachvalue.exposure, 'fone');
SELECT breachvalue.value('USD: 1 x 1'::breachvalue.exposure);
SELECT breachvalue.value('USD: 1 x 1'::breachvalue.exposure, 'street');
SELECT breachvalue.value('1 x 1'::breachvalue.exposure, 0);
SELECT breachvalue.value('1 x 1'::breachvalue.exposure, 'sede');
SELECT breachvalue.value(NULL::breachvalue.exposure), breachvalue.value('1 x 1'::breachvalue.exposure, NULL::numeric);
DROP TABLE sale;
