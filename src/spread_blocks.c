/*
 * spread_blocks.c: a sampling method for TABLESAMPLE: blocks spread over the table
 *
 * One block at random of each of so many parts of equal size, the same ones as
 * long as the table does not grow.  Unlike SYSTEM it does not ask each block of
 * the table whether it is to be read, and it tells the system beforehand which
 * ones are.
 */
#include "postgres.h"

#include <math.h>

#include "access/relscan.h"
#include "access/tableam.h"
#include "access/tsmapi.h"
#include "catalog/pg_type.h"
#include "executor/executor.h"
#include "nodes/pathnodes.h"
#include "optimizer/optimizer.h"
#include "storage/bufmgr.h"
#include "utils/rel.h"

#include "fast_hash.h"

/* More blocks than this are not asked for beforehand. */
#define PREFETCHED	64

typedef struct SpreadState
{
	double		share;			/* of the blocks that is to be read */
	int64		parts;			/* of the table; -1 not known yet */
	int64		part;			/* the next one */
	OffsetNumber last;			/* tuple of the block that was given; 0 none */
} SpreadState;

static double
checked_share(double share)
{
	if (isnan(share) || share < 0 || share > 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_TABLESAMPLE_ARGUMENT),
				 errmsg("share of the blocks must be between 0 and 1")));
	return share;
}

static void
estimate_size(PlannerInfo *root, RelOptInfo *relation, List *parameters, BlockNumber *pages,
			  double *tuples)
{
	Node	   *share = estimate_expression_value(root, linitial(parameters));
	double		estimate = 0.1;

	if (IsA(share, Const) && !castNode(Const, share)->constisnull)
		estimate = Min(Max(DatumGetFloat8(castNode(Const, share)->constvalue), 0), 1);
	*pages = clamp_row_est(relation->pages * estimate);
	*tuples = clamp_row_est(relation->tuples * estimate);
}

static void
init_scan(SampleScanState *node, int flags)
{
	node->tsm_state = palloc0(sizeof(SpreadState));
}

static void
begin_scan(SampleScanState *node, Datum *parameters, int count, uint32 seed)
{
	SpreadState *state = node->tsm_state;

	state->share = checked_share(DatumGetFloat8(parameters[0]));
	state->parts = -1;
	state->part = 0;
	state->last = InvalidOffsetNumber;
	/* one block of many is nothing to hurry past what others keep in memory for */
	node->use_bulkread = false;
	node->use_pagemode = true;
}

/* A number from 0 up to 1 that is always the same for the same one. */
static double
fraction(uint64 number)
{
	return (bv_fast_hash_number(number) >> 11) / 9007199254740992.0;
}

/*
 * The block of a part.  Parts begin and end between blocks, so that no block is
 * of two: neither is one read twice.
 */
static BlockNumber
block_of(const SpreadState *state, int64 part, BlockNumber blocks)
{
	int64		first = part * blocks / state->parts;
	int64		next = (part + 1) * blocks / state->parts;

	return (BlockNumber) (first + (int64) (fraction((uint64) part) * (next - first)));
}

/*
 * How many parts there are: as many as the share of all blocks, rounded up or
 * down at random, by the relation's name: of many small partitions some are read.
 */
static void
part_blocks(SampleScanState *node, SpreadState *state, BlockNumber blocks)
{
	Relation	relation = node->ss.ss_currentRelation;
	const char *name = RelationGetRelationName(relation);

	state->parts = (int64) floor(state->share * blocks +
								 fraction(bv_fast_hash(name, strlen(name))));
	state->parts = Min(Max(state->parts, 0), blocks);
	if (relation->rd_tableam != GetHeapamTableAmRoutine())
		return;
	for (int64 part = 0; part < Min(state->parts, PREFETCHED); part++)
		PrefetchBuffer(relation, MAIN_FORKNUM, block_of(state, part, blocks));
}

static BlockNumber
next_block(SampleScanState *node, BlockNumber blocks)
{
	SpreadState *state = node->tsm_state;

	if (state->parts < 0)
		part_blocks(node, state, blocks);
	state->last = InvalidOffsetNumber;
	return state->part < state->parts ? block_of(state, state->part++, blocks) :
		InvalidBlockNumber;
}

static OffsetNumber
next_tuple(SampleScanState *node, BlockNumber block, OffsetNumber highest)
{
	SpreadState *state = node->tsm_state;

	return state->last < highest ? ++state->last : InvalidOffsetNumber;
}

PG_FUNCTION_INFO_V1(breachvalue_spread_blocks);
Datum
breachvalue_spread_blocks(PG_FUNCTION_ARGS)
{
	TsmRoutine *routine = makeNode(TsmRoutine);

	routine->parameterTypes = list_make1_oid(FLOAT8OID);
	routine->repeatable_across_queries = true;
	routine->repeatable_across_scans = true;
	routine->SampleScanGetSampleSize = estimate_size;
	routine->InitSampleScan = init_scan;
	routine->BeginSampleScan = begin_scan;
	routine->NextSampleBlock = next_block;
	routine->NextSampleTuple = next_tuple;
	routine->EndSampleScan = NULL;
	PG_RETURN_POINTER(routine);
}
