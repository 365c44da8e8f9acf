/* compat.h: the differences between PostgreSQL 14 and 18 that we meet, and nothing else */
#ifndef BV_COMPAT_H
#define BV_COMPAT_H

#if PG_VERSION_NUM < 140000
#error "breachvalue needs PostgreSQL 14 or later"
#endif

/* 15 renamed it, and made misspelt settings of a reserved prefix an error */
#if PG_VERSION_NUM < 150000
#define MarkGUCPrefixReserved(prefix) EmitWarningsOnPlaceholders(prefix)
#endif

/* 15 gave the kinds of relation that have rows of their own a name */
#if PG_VERSION_NUM < 150000
#define RELKIND_HAS_TABLE_AM(relkind) \
	((relkind) == RELKIND_RELATION || (relkind) == RELKIND_TOASTVALUE || \
	 (relkind) == RELKIND_MATVIEW)
#endif

/* 15 begins to count for a relation when it is first needed, and takes DROP for a kind of TRUNCATE */
#if PG_VERSION_NUM < 150000
#define pgstat_should_count_relation(relation) ((relation)->pgstat_info != NULL)
#define BV_WAS_TRUNCATED(status) ((status)->truncated)
#else
#define BV_WAS_TRUNCATED(status) ((status)->truncdropped)
#endif

/* 16 tells how many settings there are where it gives them */
#if PG_VERSION_NUM < 160000
#define BV_SETTINGS(count) (*(count) = GetNumConfigOptions(), get_guc_variables())
#else
#define BV_SETTINGS(count) get_guc_variables(count)
#endif

/* 16 made one function of pg_namespace_aclcheck and its kin; we ask for schemas and functions */
#if PG_VERSION_NUM < 160000
#include "catalog/pg_proc.h"
#define object_aclcheck(class, object, role, mode) \
	((class) == ProcedureRelationId ? pg_proc_aclcheck(object, role, mode) : \
	 pg_namespace_aclcheck(object, role, mode))
#endif

/* the same for owners; ours asks for relations alone */
#if PG_VERSION_NUM < 160000
#define object_ownercheck(class, object, role) pg_class_ownercheck(object, role)
#endif

/* 16 tells which indexes an update concerns, rather than whether any */
#if PG_VERSION_NUM < 160000
#define TU_UpdateIndexes bool
#define TU_None false
#endif

/* 16 took the varlena macros out of postgres.h */
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

/* 18 writes it before the declaration, and has the older spelling no more */
#if PG_VERSION_NUM < 180000
#define pg_noreturn pg_attribute_noreturn()
#endif

/* 18 lets grouped columns go by way of a range table entry of their own */
#if PG_VERSION_NUM >= 180000
#define BV_RTE_GROUP_EXPRESSIONS(rte) ((rte)->rtekind == RTE_GROUP ? (rte)->groupexprs : NIL)
#else
#define BV_RTE_GROUP_EXPRESSIONS(rte) NIL
#endif

/* 18 has NOT NULL constraints that rows of before need not meet */
#if PG_VERSION_NUM >= 180000
#define BV_IS_NEVER_NULL(descriptor, i) \
	(TupleDescCompactAttr(descriptor, i)->attnullability == ATTNULLABLE_VALID)
#else
#define BV_IS_NEVER_NULL(descriptor, i) (TupleDescAttr(descriptor, i)->attnotnull)
#endif

/* 18 knows a module by name and version */
#ifdef PG_MODULE_MAGIC_EXT
#define BV_MODULE_MAGIC PG_MODULE_MAGIC_EXT(.name = "breachvalue", .version = EXTVERSION)
#else
#define BV_MODULE_MAGIC PG_MODULE_MAGIC
#endif

#endif							/* BV_COMPAT_H */
