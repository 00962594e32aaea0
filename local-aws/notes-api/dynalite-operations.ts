import createTable from 'dynalite/actions/createTable.js';
import deleteItem from 'dynalite/actions/deleteItem.js';
import describeTable from 'dynalite/actions/describeTable.js';
import getItem from 'dynalite/actions/getItem.js';
import putItem from 'dynalite/actions/putItem.js';
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import updateItem from 'dynalite/actions/updateItem.js';
import createTableRules from 'dynalite/validations/createTable.js';
import deleteItemRules from 'dynalite/validations/deleteItem.js';
import describeTableRules from 'dynalite/validations/describeTable.js';
import getItemRules from 'dynalite/validations/getItem.js';
import putItemRules from 'dynalite/validations/putItem.js';
import queryRules from 'dynalite/validations/query.js';
import scanRules from 'dynalite/validations/scan.js';
import updateItemRules from 'dynalite/validations/updateItem.js';

/** The operations of DynamoDB that the notes need, by their names on the wire: what checks the input, and what does it. */
export const operations = new Map([
  ['CreateTable', { rules: createTableRules, run: createTable }],
  ['DescribeTable', { rules: describeTableRules, run: describeTable }],
  ['DeleteItem', { rules: deleteItemRules, run: deleteItem }],
  ['GetItem', { rules: getItemRules, run: getItem }],
  ['PutItem', { rules: putItemRules, run: putItem }],
  ['Query', { rules: queryRules, run: query }],
  ['Scan', { rules: scanRules, run: scan }],
  ['UpdateItem', { rules: updateItemRules, run: updateItem }],
]);
