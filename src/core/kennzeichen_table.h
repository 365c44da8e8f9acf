/*
 * kennzeichen_table.h: the districts that German plates begin with
 */
#ifndef BV_KENNZEICHEN_TABLE_H
#define BV_KENNZEICHEN_TABLE_H

/* In order of bytes, filled up with zeros; [ \ and ] stand for vowels with dots. */
extern const char bv_kennzeichen_districts[][4];
extern const int bv_kennzeichen_district_count;

#endif							/* BV_KENNZEICHEN_TABLE_H */
