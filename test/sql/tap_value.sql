\set ECHO none
\set QUIET 1
\pset format unaligned
\pset tuples_only on
\pset pager off
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pgtap;
CREATE EXTENSION IF NOT EXISTS breachvalue;

BEGIN;
SELECT plan(178);

-- worked examples: expected digits from 90-digit arithmetic elsewhere
SELECT is((breachvalue.value(1, 100000000, 1.5))::text,
	'1000000000000', 'the seed: 1 cent, 100 million records -> 1e12 cents');
SELECT is((breachvalue.value(0.01, 100000000, 1.5))::text,
	'10000000000', 'the seed in euros: 1e10');
SELECT is((breachvalue.value(1, 100000000, 2))::text,
	'10000000000000000', 'the seed, m = 2 "exaggerated"');
SELECT is((breachvalue.value(1, 100000000, 1))::text,
	'100000000', 'linear');
SELECT is((breachvalue.value(0, 1000000, 1.5))::text,
	'0', 'worthless records');
SELECT is((breachvalue.value(0.01, 100000000, 1.5, 1000000))::text,
	'10000000', 'dimensional form: price quoted for a store of 1M');
SELECT is((breachvalue.value(0.009, 30000000, 1.5, 30000000))::text,
	'270000', 'n = n0: linear price 270 000');
SELECT is((breachvalue.value(0.01, 500000, 1.5, 1000000))::text,
	'3535.533905932737622004221810524245196424', 'n < n0: below linear');
SELECT is((breachvalue.value(0.01, 25000000, 1.5))::text,
	'1250000000', 'quarter of the seed: 1/8 of the value');
SELECT is((breachvalue.value(3, 7, 1.5))::text,
	'55.56077753235640240053393082642446893992', 'irrational');
SELECT is((breachvalue.value(1, 1000000000000, 3))::text,
	'1000000000000000000000000000000000000', '1e36');
SELECT is((breachvalue.value(1, 9223372036854775807, 3))::text,
	'784637716923335095224261902710254454442933591094742482943', 'bigint max cubed, exact integer of 57 digits');
SELECT is((breachvalue.value(1, 9007199254740993, 1))::text,
	'9007199254740993', '2^53+1 is not a float8');
SELECT is((breachvalue.value(1, 9007199254740993, 2))::text,
	'81129638414606699710187514626049', 'exact integer');
SELECT is((breachvalue.value(0.1, 3, 1))::text,
	'0.3', '0.3 exactly in numeric');
SELECT is((breachvalue.value(12.34, 999999999989, 2.5))::text,
	'12339999999660650000002799637499.99486733', 'large prime');
SELECT is((breachvalue.value(123456789.987654321, 123456789, 1.25))::text,
	'1606603475445290658.029516180649750172026', 'many digits');
SELECT is((breachvalue.value(0.000001, 1000000000000, 1.5))::text,
	'1000000000000', 'tiny price');
SELECT is((breachvalue.value(150, 25575, 1))::text,
	'3836250', 'IBM 2019 average breach: 150 USD x 25 575');
SELECT is((breachvalue.value(2164.53860012801440, 32311, 0.7583576))::text,
	'5689387.068887396479028216716571760826613', 'Jacobs 2014: 5 689 387 (published 5 689 385)');
SELECT is((breachvalue.value(3618.3, 10000000, 0.42357))::text,
	'3338063.332240486296579429913719440267988', 'DBIR 2015 law; m < 1 is allowed');
SELECT is((breachvalue.merged_value(ARRAY[1000, 1000]::numeric[], 1.5))::text,
	'2828.427124746190097603377448419396157139', 'two equal stores: x 2^1.5');
SELECT is((breachvalue.merged_value(ARRAY[8, 27]::numeric[], 3))::text,
	'125', '125');
SELECT is((breachvalue.merged_value(ARRAY[1000000000000, 0]::numeric[], 1.5))::text,
	'1000000000000', 'empty store is neutral');
SELECT is((breachvalue.merged_value(ARRAY[1000000000000, 1000000000]::numeric[], 1.5))::text,
	'1015037437733.209917292145756188717194881', '100M + 1M records at 1 cent = 101M records');
SELECT is((breachvalue.merged_value(ARRAY[100, 200, 300]::numeric[], 1))::text,
	'600', 'linear');
SELECT is((breachvalue.reduced_value(1000000000000, 1000000000, 1.5))::text,
	'985037562735.5537551871350227911939451263', '99M records left');
SELECT is((breachvalue.reduced_value(125, 27, 3))::text,
	'8', '8');
SELECT is((breachvalue.reduced_value(125, 125, 3))::text,
	'0', 'nothing left');
SELECT is((breachvalue.split_value(1000000000000, 4, 1.5))::text,
	'500000000000', 'four stores: total halves');
SELECT is((breachvalue.split_value(1000000000000, 1, 1.5))::text,
	'1000000000000', 'one store');
SELECT is((breachvalue.split_value(1000000000000, 10, 2))::text,
	'100000000000', 'm=2: one tenth');
SELECT is((breachvalue.split_value_by_share(1000000000000, ARRAY[0.9, 0.1]::numeric[], 1.5))::text,
	'885437744847.1462129596901924411611894415', 'uneven split helps little');
SELECT is((breachvalue.effective_stores(ARRAY[81, 1], 1.5))::text,
	'1.034655657721899042972415087258397447926', 'masses 81:1 -> barely more than one store');
SELECT is((breachvalue.marginal_value(0.01, 1000000000000, 1.5))::text,
	'15000.00000000374999999999937500000000023', 'needs expm1/log1p: naive float8 gives 15000.0');
SELECT is((breachvalue.marginal_value(0.01, 999999, 1.5))::text,
	'14.99999624999937499976562488281243164058', 'last record');
SELECT is((breachvalue.max_records(10000000000, 0.01, 1.5))::text,
	'100000000', 'exactly 100M: boundary must be inclusive');
SELECT is((breachvalue.max_records(9999999999.99, 0.01, 1.5))::text,
	'99999999', 'one cent less: 99 999 999');
SELECT is((breachvalue.max_records(1000000, 1, 2))::text,
	'1000', '1000');
SELECT is((breachvalue.max_records(999999.999999, 1, 2))::text,
	'999', '999');
SELECT is((breachvalue.min_stores(1000000000000, 300000000000, 1.5))::text,
	'12', 'k >= (V/B)^(1/(m-1)) = 11.11 -> 12');
SELECT is((breachvalue.linked_value(ARRAY[1000, 8000, 27000]::numeric[], 0.9, 1.5))::text,
	'49876.55370778292002485023579197862149687', 'three stores, e-mail as key');
SELECT is((breachvalue.value(7, 0, 1.5))::text,
	'0', 'no records');
SELECT is((breachvalue.value(7, 1, 16))::text,
	'7', 'one record is worth its price');
SELECT is((breachvalue.value(1, 1e18, 16, 1))::text,
	'1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', 'the largest of all, exact');
SELECT is((breachvalue.value(1, 1, 16, 576460752303423488))::text,
	'0.000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000003876625403631287372915512434747069338917870580219157470914683540747740212864349638551974557747308492553964921187712993693789255772349448205465206064576613809386989388946890732827654318201478893622288522176755995005012383962279172333805985412580649259944725232353310208183301179871741409203099378920319314821249605702720892185463460165287924028839966070995302013039799665897830481399724922716609822111562285549423774230824931913022784660355445133821904274978130899769011320414698627354282783082956166757085263547888213725203367160816062128471207992363729111948358175604468841700563086494213393962127156555652618408203125', '2^-885, all 885 digits');
SELECT is((breachvalue.value(price => 0.01, records => 1e8, exponent => 1.5))::text,
	'10000000000', 'named arguments');
SELECT is((breachvalue.value(2, 3, 0.5))::text,
	'3.464101615137754587054892683011744733886', 'm < 1: 2 * sqrt(3)');
SELECT is((breachvalue.value(1, 1, 2, 3))::text,
	'0.3333333333333333333333333333333333333333', 'a third has no end');
SELECT is((breachvalue.value(3, 3, 3, 3))::text,
	'9', 'n = n0: linear');
SELECT is((breachvalue.value(9, 4, 3, 3))::text,
	'64', 'a third of the price is whole: 9 * 4 * (4/3)^2');
SELECT is((breachvalue.value(1, 32, 1.2))::text,
	'64', 'fifth root of 32');
SELECT is((breachvalue.value(1, 100000000000000000, 1.00000000000000000001))::text,
	'100000000000000000.039143946580898776636', 'an exponent next to 1');
SELECT is((breachvalue.merged_value('{}', 1.5))::text,
	'0', 'no parts');
SELECT is((breachvalue.merged_value('{0,0}', 1.5))::text,
	'0', 'parts without value');
SELECT is((breachvalue.merged_value(ARRAY[784637716923335095224261902710254454442933591094742482943, 0], 3))::text,
	'784637716923335095224261902710254454442933591094742482943', 'one part keeps all its digits');
SELECT is((breachvalue.merged_value(ARRAY[breachvalue.value(1, 123456789012345678, 3), breachvalue.value(1, 876543210987654322, 3)], 3))::text,
	'1000000000000000000000000000000000000000000000000000000', 'whole masses add exactly');
SELECT is((breachvalue.merged_value(ARRAY[12345678901234567890123456789012345678901234567, 12345678901234567890123456789012345678901234567], 2))::text,
	'49382715604938271560493827156049382715604938268', 'equal parts stay exact');
SELECT is((breachvalue.reduced_value(100, 0, 1.7))::text,
	'100', 'nothing removed');
SELECT is((breachvalue.reduced_value(100, 30, 1))::text,
	'70', 'linear');
SELECT is((breachvalue.reduced_value(0, 0, 1.5))::text,
	'0', 'nothing from nothing');
SELECT is((breachvalue.split_value(100, 2, 0.5))::text,
	'141.421356237309504880168872420969807857', 'm < 1: splitting costs');
SELECT is((breachvalue.split_value_by_share(1000, ARRAY[9, 1], 1.5) = breachvalue.split_value_by_share(1000, ARRAY[0.9, 0.1], 1.5))::text,
	'true', 'only ratios of shares count');
SELECT is((breachvalue.split_value_by_share(1000, ARRAY[1, 1, 0, 1, 1], 1.5))::text,
	'500', 'equal shares, and an empty store');
SELECT is((breachvalue.effective_stores(ARRAY[1, 1, 1], 1.5))::text,
	'3', 'equal stores all count');
SELECT is((breachvalue.effective_stores(ARRAY[3, 1], 1))::text,
	'1.75476535060332328109229186906266540688', 'm = 1: exp of the entropy');
SELECT is((breachvalue.effective_stores(ARRAY[3, 1], 2))::text,
	'1.6', 'm = 2: inverse Herfindahl index');
SELECT is((breachvalue.linked_value(ARRAY[1000, 8000, 27000], 0, 1.5))::text,
	'36000', 'cannot be linked: the sum');
SELECT is((breachvalue.linked_value(ARRAY[1000, 8000, 27000], 1, 1.5) = breachvalue.merged_value(ARRAY[1000, 8000, 27000], 1.5))::text,
	'true', 'linked for certain: merged');
SELECT is((breachvalue.max_records(0, 1, 1.5))::text,
	'0', 'no budget');
SELECT is((breachvalue.max_records(0.5, 1, 1.5))::text,
	'0', 'less than one record');
SELECT is((breachvalue.max_records(1e100, 1, 1))::text,
	'1000000000000000000', 'never more than 10^18');
SELECT is((breachvalue.max_records(1e54, 1, 3))::text,
	'1000000000000000000', '10^18 exactly');
SELECT is((breachvalue.max_records(1e54 - 1, 1, 3))::text,
	'999999999999999999', 'and one less');
SELECT is((breachvalue.max_records(10000000, 0.01, 1.5, 1000000))::text,
	'100000000', 'with reference_records');
SELECT is((breachvalue.min_stores(100, 100, 1))::text,
	'1', 'within the budget already');
SELECT is((breachvalue.min_stores(0, 0, 0.5))::text,
	'1', 'nothing to protect');
SELECT is((breachvalue.min_stores(1000, 100, 2))::text,
	'10', 'the boundary');
SELECT is((breachvalue.min_stores(1000, 99.999999, 2))::text,
	'11', 'just beyond the boundary');
SELECT is((breachvalue.min_stores(1000, 100, 1.5))::text,
	'100', 'the boundary, m = 1.5');
SELECT is((breachvalue.marginal_value(0.01, 1000000, 1.5))::text,
	'15.00000374999937500023437488281256835933', 'the next record costs 15');
SELECT is((breachvalue.marginal_value(5, 10, 1))::text,
	'5', 'm = 1: the price');
SELECT is((breachvalue.marginal_value(1, 10, 2))::text,
	'21', '11^2 - 10^2');

-- errors
SELECT throws_ok($$SELECT breachvalue.value('Infinity', 10, 1.5)$$, '22023', NULL, 'value(''Infinity'', 10, 1.5)');
SELECT throws_ok($$SELECT breachvalue.value(1, 10, 'Infinity')$$, '22023', NULL, 'value(1, 10, ''Infinity'')');
SELECT throws_ok($$SELECT breachvalue.value(1, 10, 0)$$, '22023', NULL, 'value(1, 10, 0)');
SELECT throws_ok($$SELECT breachvalue.value(1, 10, -1.5)$$, '22023', NULL, 'value(1, 10, -1.5)');
SELECT throws_ok($$SELECT breachvalue.value(1, 10, 1.5, 0)$$, '22023', NULL, 'value(1, 10, 1.5, 0)');
SELECT throws_ok($$SELECT breachvalue.reduced_value(8, 27, 3)$$, '22023', NULL, 'reduced_value(8, 27, 3)');
SELECT throws_ok($$SELECT breachvalue.split_value(100, 0, 1.5)$$, '22023', NULL, 'split_value(100, 0, 1.5)');
SELECT throws_ok($$SELECT breachvalue.linked_value(ARRAY[1, 2]::numeric[], 1.2, 1.5)$$, '22023', NULL, 'linked_value(ARRAY[1, 2]::numeric[], 1.2, 1.5)');
SELECT throws_ok($$SELECT breachvalue.value('NaN', 10, 1.5)$$, '22023', NULL, 'value(''NaN'', 10, 1.5)');
SELECT throws_ok($$SELECT breachvalue.value(1, 'NaN', 1.5)$$, '22023', NULL, 'value(1, ''NaN'', 1.5)');
SELECT throws_ok($$SELECT breachvalue.value(1, 10, 'NaN')$$, '22023', NULL, 'value(1, 10, ''NaN'')');
SELECT throws_ok($$SELECT breachvalue.value(1, 'Infinity', 1.5)$$, '22023', NULL, 'value(1, ''Infinity'', 1.5)');
SELECT throws_ok($$SELECT breachvalue.value('-Infinity', 1, 1.5)$$, '22023', NULL, 'value(''-Infinity'', 1, 1.5)');
SELECT throws_ok($$SELECT breachvalue.value(-1, 10, 1.5)$$, '22023', NULL, 'value(-1, 10, 1.5)');
SELECT throws_ok($$SELECT breachvalue.value(1, -1, 1.5)$$, '22023', NULL, 'value(1, -1, 1.5)');
SELECT throws_ok($$SELECT breachvalue.value(1, 1.5, 1.5)$$, '22023', NULL, 'value(1, 1.5, 1.5)');
SELECT throws_ok($$SELECT breachvalue.value(1, 9223372036854775808, 1.5)$$, '22023', NULL, 'value(1, 9223372036854775808, 1.5)');
SELECT throws_ok($$SELECT breachvalue.value(1, 1, 16.000000001)$$, '22023', NULL, 'value(1, 1, 16.000000001)');
SELECT throws_ok($$SELECT breachvalue.value(1, 1, 1.5, 0.5)$$, '22023', NULL, 'value(1, 1, 1.5, 0.5)');
SELECT throws_ok($$SELECT breachvalue.value(1, 1, 1.5, 'NaN')$$, '22023', NULL, 'value(1, 1, 1.5, ''NaN'')');
SELECT throws_ok($$SELECT breachvalue.value(1, 1, 1.5, -1)$$, '22023', NULL, 'value(1, 1, 1.5, -1)');
SELECT throws_ok($$SELECT breachvalue.value(1e200, 1, 1.5)$$, '22023', NULL, 'value(1e200, 1, 1.5)');
SELECT throws_ok($$SELECT breachvalue.value(1e-201, 1, 1.5)$$, '22023', NULL, 'value(1e-201, 1, 1.5)');
SELECT throws_ok($$SELECT breachvalue.value((repeat('7', 201) || 'e-100')::numeric, 1, 1.5)$$, '22023', NULL, 'value((repeat(''7'', 201) || ''e-100'')::numeric, 1, 1.5)');
SELECT throws_ok($$SELECT breachvalue.merged_value('{1,NULL}', 1.5)$$, '22004', NULL, 'merged_value(''{1,NULL}'', 1.5)');
SELECT throws_ok($$SELECT breachvalue.merged_value('{1,-1}', 1.5)$$, '22023', NULL, 'merged_value(''{1,-1}'', 1.5)');
SELECT throws_ok($$SELECT breachvalue.merged_value('{1,NaN}', 1.5)$$, '22023', NULL, 'merged_value(''{1,NaN}'', 1.5)');
SELECT throws_ok($$SELECT breachvalue.merged_value('{1}', 0)$$, '22023', NULL, 'merged_value(''{1}'', 0)');
SELECT throws_ok($$SELECT breachvalue.reduced_value(1, -1, 1.5)$$, '22023', NULL, 'reduced_value(1, -1, 1.5)');
SELECT throws_ok($$SELECT breachvalue.reduced_value('NaN', 1, 1.5)$$, '22023', NULL, 'reduced_value(''NaN'', 1, 1.5)');
SELECT throws_ok($$SELECT breachvalue.split_value(1, -1, 1.5)$$, '22023', NULL, 'split_value(1, -1, 1.5)');
SELECT throws_ok($$SELECT breachvalue.split_value(-1, 1, 1.5)$$, '22023', NULL, 'split_value(-1, 1, 1.5)');
SELECT throws_ok($$SELECT breachvalue.split_value_by_share(1, '{}', 1.5)$$, '22023', NULL, 'split_value_by_share(1, ''{}'', 1.5)');
SELECT throws_ok($$SELECT breachvalue.split_value_by_share(1, '{0,0}', 1.5)$$, '22023', NULL, 'split_value_by_share(1, ''{0,0}'', 1.5)');
SELECT throws_ok($$SELECT breachvalue.split_value_by_share(1, '{1,NULL}', 1.5)$$, '22004', NULL, 'split_value_by_share(1, ''{1,NULL}'', 1.5)');
SELECT throws_ok($$SELECT breachvalue.split_value_by_share(1, '{1,-1}', 1.5)$$, '22023', NULL, 'split_value_by_share(1, ''{1,-1}'', 1.5)');
SELECT throws_ok($$SELECT breachvalue.effective_stores('{}', 1.5)$$, '22023', NULL, 'effective_stores(''{}'', 1.5)');
SELECT throws_ok($$SELECT breachvalue.effective_stores('{NULL}', 1.5)$$, '22004', NULL, 'effective_stores(''{NULL}'', 1.5)');
SELECT throws_ok($$SELECT breachvalue.linked_value('{1,2}', -0.1, 1.5)$$, '22023', NULL, 'linked_value(''{1,2}'', -0.1, 1.5)');
SELECT throws_ok($$SELECT breachvalue.linked_value('{1,2}', 'NaN', 1.5)$$, '22023', NULL, 'linked_value(''{1,2}'', ''NaN'', 1.5)');
SELECT throws_ok($$SELECT breachvalue.linked_value('{1,NULL}', 0.5, 1.5)$$, '22004', NULL, 'linked_value(''{1,NULL}'', 0.5, 1.5)');
SELECT throws_ok($$SELECT breachvalue.max_records(-1, 1, 1.5)$$, '22023', NULL, 'max_records(-1, 1, 1.5)');
SELECT throws_ok($$SELECT breachvalue.max_records(1, 0, 1.5)$$, '22023', NULL, 'max_records(1, 0, 1.5)');
SELECT throws_ok($$SELECT breachvalue.max_records('Infinity', 1, 1.5)$$, '22023', NULL, 'max_records(''Infinity'', 1, 1.5)');
SELECT throws_ok($$SELECT breachvalue.max_records(1, 1, 0)$$, '22023', NULL, 'max_records(1, 1, 0)');
SELECT throws_ok($$SELECT breachvalue.min_stores(2, 1, 1)$$, '22023', NULL, 'min_stores(2, 1, 1)');
SELECT throws_ok($$SELECT breachvalue.min_stores(2, 1, 0.5)$$, '22023', NULL, 'min_stores(2, 1, 0.5)');
SELECT throws_ok($$SELECT breachvalue.min_stores(2, 0, 1.5)$$, '22023', NULL, 'min_stores(2, 0, 1.5)');
SELECT throws_ok($$SELECT breachvalue.min_stores(1e100, 1, 1.01)$$, '22003', NULL, 'min_stores(1e100, 1, 1.01)');
SELECT throws_ok($$SELECT breachvalue.marginal_value(-1, 1, 1.5)$$, '22023', NULL, 'marginal_value(-1, 1, 1.5)');
SELECT throws_ok($$SELECT breachvalue.marginal_value(1, 0.5, 1.5)$$, '22023', NULL, 'marginal_value(1, 0.5, 1.5)');
SELECT throws_ok($$SELECT breachvalue.total_value(v, m) FROM (VALUES (1, 1.5), (2, 2)) AS parts (v, m)$$, '22023', NULL, 'total_value of two exponents');
SELECT throws_ok($$SELECT breachvalue.total_value_final('{1}')$$, NULL, NULL, 'a state that total_value never made');

-- null in, null out
SELECT is((breachvalue.value(NULL, 10, 1.5))::text, NULL, 'value(NULL, 10, 1.5)');
SELECT is((breachvalue.value(1, NULL, 1.5))::text, NULL, 'value(1, NULL, 1.5)');
SELECT is((breachvalue.value(1, 1, NULL))::text, NULL, 'value(1, 1, NULL)');
SELECT is((breachvalue.value(1, 1, 1, NULL))::text, NULL, 'value(1, 1, 1, NULL)');
SELECT is((breachvalue.merged_value(NULL, 1.5))::text, NULL, 'merged_value(NULL, 1.5)');
SELECT is((breachvalue.reduced_value(NULL, 1, 1.5))::text, NULL, 'reduced_value(NULL, 1, 1.5)');
SELECT is((breachvalue.split_value(1, NULL, 1.5))::text, NULL, 'split_value(1, NULL, 1.5)');
SELECT is((breachvalue.split_value_by_share(1, NULL, 1.5))::text, NULL, 'split_value_by_share(1, NULL, 1.5)');
SELECT is((breachvalue.effective_stores(NULL, 1.5))::text, NULL, 'effective_stores(NULL, 1.5)');
SELECT is((breachvalue.linked_value('{1}', NULL, 1.5))::text, NULL, 'linked_value(''{1}'', NULL, 1.5)');
SELECT is((breachvalue.max_records(NULL, 1, 1.5))::text, NULL, 'max_records(NULL, 1, 1.5)');
SELECT is((breachvalue.min_stores(1, NULL, 1.5))::text, NULL, 'min_stores(1, NULL, 1.5)');
SELECT is((breachvalue.marginal_value(1, NULL, 1.5))::text, NULL, 'marginal_value(1, NULL, 1.5)');

-- total_value
SELECT is((SELECT breachvalue.total_value(v, 1.5) FROM (VALUES (1.0)) AS parts (v) WHERE false), 0::numeric, 'total_value of no rows');
SELECT is((SELECT breachvalue.total_value(v, 3) FROM (VALUES (8.0), (NULL), (27)) AS parts (v)), 125::numeric, 'total_value skips nulls');
SELECT is((SELECT breachvalue.total_value(breachvalue.value(1, n, 3), 3) FROM (VALUES (9223372036854775), (1)) AS parts (n)),
	breachvalue.value(1, 9223372036854776, 3), 'whole masses add exactly in total_value');
SELECT is((SELECT breachvalue.total_value(v, 1.5) FROM (VALUES (1000000000000), (1000000000)) AS parts (v)),
	breachvalue.merged_value('{1000000000000,1000000000}', 1.5), 'total_value is merged_value');

-- properties of random stores; the seed makes them the same on every run
CREATE TEMPORARY TABLE sample AS
	WITH seed AS MATERIALIZED (SELECT setseed(0.42))
	SELECT i,
		(1 + floor(random() * 100000))::numeric / 1000 AS price,
		floor(exp(random() * 27))::numeric AS a,
		floor(exp(random() * 27))::numeric AS b,
		(1 + floor(random() * 1999))::numeric / 1000 + 1 AS m
	FROM seed, generate_series(1, 300) AS i;

-- half a unit in the 40th digit
CREATE FUNCTION pg_temp.near(x numeric, y numeric, error numeric DEFAULT 1e-38) RETURNS boolean
	RETURN abs(x - y) <= error * greatest(abs(x), abs(y));

SELECT is_empty($$SELECT * FROM sample WHERE NOT pg_temp.near(
	breachvalue.merged_value(ARRAY[breachvalue.value(price, a, m), breachvalue.value(price, b, m)], m),
	breachvalue.value(price, a + b, m))$$, 'merging two stores gives their union');
SELECT is_empty($$SELECT * FROM sample WHERE NOT pg_temp.near(
	breachvalue.reduced_value(breachvalue.value(price, a + b, m), breachvalue.value(price, b, m), m),
	breachvalue.value(price, a, m), 1e-20)$$, 'removing a part undoes merging it');
SELECT is_empty($$SELECT * FROM sample WHERE breachvalue.value(price, a + b, m)
	<= breachvalue.value(price, a, m) + breachvalue.value(price, b, m)$$, 'the whole is worth more than its parts');
SELECT is_empty($$SELECT * FROM sample WHERE breachvalue.value(price, a + b, m)
	> (breachvalue.value(price, a, m) + breachvalue.value(price, b, m)) * 2 ^ (m - 1) * (1 + 1e-15)$$,
	'but at most 2^(m-1) times as much');
SELECT is_empty($$SELECT * FROM sample WHERE breachvalue.value(price, a, m) < price * a$$,
	'the value is at least the linear one');
SELECT is_empty($$SELECT * FROM sample WHERE breachvalue.value(price, a, m, b) < price * a AND a >= b
	OR breachvalue.value(price, a, m, b) > price * a AND a <= b$$, 'reference_records parts above linear from below');
SELECT is_empty($$SELECT * FROM sample WHERE breachvalue.merged_value(ARRAY[0, price, 0, a], m)
	<> breachvalue.merged_value(ARRAY[a, price], m)$$, 'zeros and the order of parts do not matter');
SELECT is_empty($$SELECT * FROM sample WHERE NOT pg_temp.near(
	breachvalue.split_value_by_share(price, ARRAY[a, b], m),
	breachvalue.merged_value(ARRAY[breachvalue.split_value_by_share(price, ARRAY[a, b], m)], m))
	OR breachvalue.split_value_by_share(price, ARRAY[a, b], m) NOT BETWEEN
		breachvalue.split_value(price, 2, m) * (1 - 1e-38) AND price$$, 'equal stores protect best');
SELECT is_empty($$SELECT * FROM sample WHERE breachvalue.effective_stores(ARRAY[a, b, a], m)
	NOT BETWEEN 1 AND 3$$, 'effective stores are at most the stores');
SELECT is_empty($$SELECT * FROM sample WHERE breachvalue.linked_value(ARRAY[a, b], 0.5, m)
	NOT BETWEEN (a + b) * (1 - 1e-38) AND breachvalue.merged_value(ARRAY[a, b], m) * (1 + 1e-38)$$,
	'linked stores are between their sum and one store');
SELECT is_empty($$SELECT * FROM sample WHERE NOT (
	breachvalue.value(price, breachvalue.max_records(a, price, m, 1000), m, 1000) <= a
	AND breachvalue.value(price, breachvalue.max_records(a, price, m, 1000) + 1, m, 1000) > a)$$,
	'max_records is the last within the budget');
SELECT is_empty($$SELECT * FROM sample WHERE a < 1e9
	AND breachvalue.max_records(breachvalue.value(price, a, 1.5), price, 1.5) <> a
	AND breachvalue.value(price, a, 1.5) * 1e6 = trunc(breachvalue.value(price, a, 1.5) * 1e6)$$,
	'max_records finds the records of a budget that is a value');
SELECT is_empty($$SELECT * FROM sample WHERE m > 1.4 AND NOT (
	breachvalue.split_value(a * b, breachvalue.min_stores(a * b, a, m)::integer, m) <= a
	AND (a >= a * b OR breachvalue.split_value(a * b, breachvalue.min_stores(a * b, a, m)::integer - 1, m) > a))
	AND b < 1000$$, 'min_stores is the first within the budget');
SELECT is_empty($$SELECT * FROM sample WHERE NOT pg_temp.near(
	breachvalue.value(price, a, m) + breachvalue.marginal_value(price, a, m),
	breachvalue.value(price, a + 1, m))$$, 'the next record makes up the difference');

-- PostgreSQL's own power, its operands padded so that it answers with as many digits
SELECT is_empty($$SELECT * FROM sample WHERE NOT pg_temp.near(
	breachvalue.value(price, a, m), price * power(a + 0e-60, m + 0e-60), 1e-30)$$, 'as numeric power says');
SELECT is_empty($$SELECT * FROM sample WHERE NOT pg_temp.near(
	breachvalue.value(price, a, m, b), price * a * power(a / (b + 0e-80), m - 1 + 0e-80), 1e-30)$$,
	'as numeric power says, with reference_records');
SELECT is_empty($$SELECT * FROM sample WHERE NOT pg_temp.near(
	breachvalue.merged_value(ARRAY[price, a, b], m),
	power(power(price + 0e-60, 1 / (m + 0e-80)) + power(a + 0e-60, 1 / (m + 0e-80))
		+ power(b + 0e-60, 1 / (m + 0e-80)), m + 0e-60), 1e-30)$$, 'as numeric power says of parts');

-- any order, any plan
SELECT is((SELECT count(DISTINCT total) FROM (
	SELECT (SELECT breachvalue.total_value(v, 1.37) FROM (
		SELECT price * a AS v FROM sample ORDER BY md5(i::text || k)) AS shuffled) AS total
	FROM generate_series(1, 20) AS k) AS totals), 1::bigint, 'total_value does not depend on the order of rows');

CREATE TABLE part AS SELECT i, i * 0.37 AS v FROM generate_series(1, 2000) AS i;
ANALYZE part;
CREATE FUNCTION pg_temp.plan_of(query text) RETURNS SETOF text LANGUAGE plpgsql AS
	$$BEGIN RETURN QUERY EXECUTE 'EXPLAIN (COSTS OFF) ' || query; END$$;
SET LOCAL max_parallel_workers_per_gather = 0;
CREATE TEMPORARY TABLE answer AS SELECT breachvalue.total_value(v, 1.37) AS total FROM part;
SET LOCAL max_parallel_workers_per_gather = 2;
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
SELECT matches((SELECT string_agg(line, E'\n') FROM pg_temp.plan_of(
	'SELECT breachvalue.total_value(v, 1.37) FROM part') AS line), 'Partial Aggregate', 'total_value is aggregated in parallel');
SELECT is((SELECT breachvalue.total_value(v, 1.37) FROM part), (SELECT total FROM answer), 'with the same answer');
SELECT is((SELECT total FROM answer), breachvalue.merged_value((SELECT array_agg(v) FROM part), 1.37), 'which is that of merged_value');

-- how they are declared
SELECT is_empty($$SELECT oid::regprocedure FROM pg_proc
	WHERE pronamespace = 'breachvalue'::regnamespace
	AND prosrc IN ('breachvalue_value', 'breachvalue_marginal_value', 'breachvalue_max_records',
		'breachvalue_merged_value', 'breachvalue_reduced_value', 'breachvalue_split_value',
		'breachvalue_split_value_by_share', 'breachvalue_effective_stores', 'breachvalue_linked_value',
		'breachvalue_min_stores')
	AND NOT (provolatile = 'i' AND proisstrict AND proparallel = 's')$$, 'all immutable, strict and parallel safe');
SELECT throws_ok($$SELECT breachvalue.total_value_final('{1.5,-1}')$$, '22023', NULL, 'a state of negative mass');
SELECT throws_ok($$SELECT breachvalue.total_value_final('{1.5,NaN}')$$, '22003', NULL, 'a state that is no number');
SELECT throws_ok($$SELECT breachvalue.total_value_final('{1.5,NULL}')$$, '22004', NULL, 'a state of null');

SELECT * FROM finish();
ROLLBACK;
