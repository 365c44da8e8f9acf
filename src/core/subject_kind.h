/* subject_kind.h: are they persons or organisations, and what is special about what is held */
#ifndef BV_SUBJECT_KIND_H
#define BV_SUBJECT_KIND_H

#include "class.h"

/* Whom a record is about, as far as its classes show. */
typedef enum BvRecordKind
{
	BV_RECORD_EMPTY,			/* it holds nothing but links and text */
	BV_RECORD_PERSON,
	BV_RECORD_ORGANISATION,
	BV_RECORD_EITHER			/* an email address, say */
} BvRecordKind;

/* The class of a number, or NULL: bv_class_by_number(), or one that knows users' too. */
typedef const BvClass *(*BvClassOfNumber) (int number);

/*
 * An organisation has something that organisations alone have, and nothing that
 * persons alone have: whoever trades under his own name is a person.
 */
extern BvRecordKind bv_record_kind(const BvClassSet *classes, BvClassOfNumber class_of);

/* Those of the classes that the GDPR protects above others, by that article. */
extern BvClassSet bv_special_classes(const BvClassSet *classes, BvSpecial article,
									 BvClassOfNumber class_of);

#endif							/* BV_SUBJECT_KIND_H */
