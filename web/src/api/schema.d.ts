// Generated from schemas/openapi.json by `npm run api`. Do not edit.
export interface paths {
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All accounts by name. */
        get: operations["accounts_list"];
        put?: never;
        /** Makes an account and gives its one-time password, which must be changed at the first sign-in. */
        post: operations["accounts_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives an account a new one-time password and ends its sessions. Administrators are reset on the server only. */
        post: operations["accounts_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives an account a role from today on. The three administrators are made on the server only and stay apart. */
        post: operations["grants_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/roles/{grant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a role from an account as of today. */
        delete: operations["grants_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Disables an account and ends its sessions, or lets it sign in again. */
        post: operations["accounts_change_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Areas below one, of a level, or by name. */
        get: operations["areas_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/areas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One area with what stands above it and what became of it. */
        get: operations["areas_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stores a file by its content. The type is read from the content and must be what the header says; files that bear a
         *     secrecy mark are refused.
         */
        post: operations["attachments_store"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attachments/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An attachment of a record that the caller may see. The original of records that were filed for a body is open to that
         *     body, to the body that collected it, and to whoever sees every record that came of it.
         */
        get: operations["attachments_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Obligations within the caller's sight by the day on which they fall due; with `day`, also that day's rows. */
        get: operations["calendar_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/census": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Censuses of the installed plans. */
        get: operations["census_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/census/{duty}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One month: each unit within the caller's sight with what stands, and what changed against the month before. */
        get: operations["census_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{name}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A gateway reports what became of a message. It signs as the messages to it are signed: `X-Anlan-Signature` over
         *     `X-Anlan-Timestamp`, a full stop and the body, within five minutes. A report changes only what was sent by this
         *     channel, and nothing that has failed or reached its receiver.
         */
        post: operations["channels_receipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/circulars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Circulars that installed plans define. */
        get: operations["circulars_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/circulars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The circular of a period: figures and names from the obligations that the caller may see. */
        get: operations["circulars_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves business time of a training instance forwards. Timers on the way run, each at its own instant. */
        post: operations["advance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Collections of the caller's bodies and those that ask something of them, newest first. */
        get: operations["collections_list"];
        put?: never;
        /**
         * Makes a prefilled sheet for each body that owes something of the filter, and tells it so. The workbooks are fetched
         *     one by one or all together; they are the same whenever they are made.
         */
        post: operations["collections_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/fill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fills an xlsx form with the rows of a list of obligations, its layout kept. Once a form: 日期 填表单位 填表人 总数
         *     单位数 完成数 未完成数 逾期数. In the line that is repeated, a line a body: 序号 单位 数量 完成 未完成 逾期 and the
         *     sums of number fields by their label; a line an obligation where it holds one of 事项 对象 所属期 办结期限 状态
         *     完成时间 or another field of the records by its label.
         */
        post: operations["collections_fill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One collection with its sheets: who has given it back and how much came of it. Whoever is asked sees his own sheet. */
        get: operations["collections_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{id}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a filled sheet back. Each row is filed as a record of its holder, on behalf of him, with the sheet as original;
         *     a row that says what it said before changes nothing. When a row is wrong nothing is filed, unless only the good rows
         *     are wanted; each fault is told with row and column.
         */
        post: operations["collections_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{id}/sheets.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All workbooks of a collection that the caller may open, in one file. */
        get: operations["collections_sheets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{id}/sheets/{sheet}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sheet of one addressee as a workbook. */
        get: operations["collections_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents that the caller issued, received, or may see by his area; latest first. */
        get: operations["documents_list"];
        put?: never;
        /** Issues a document. Every addressee gets a receipt of his own to sign, with its own clock. */
        post: operations["documents_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document with who has signed for it and who has not. */
        get: operations["documents_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/draws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Draws that installed plans define. */
        get: operations["draws_definitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/draws/{definition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Draws of a definition, latest first. Only those drawn sites are named that the caller may see. */
        get: operations["draws_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events within the caller's scope, latest day first, with the kinds that can be entered. */
        get: operations["events_list"];
        put?: never;
        /** Enters an event; what answers to it opens at once, for a planned one on its day or before it. */
        post: operations["events_enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraws an event that was entered by hand. What it would still open does not open, what is unmet is taken back, what
         *     was met or submitted stays.
         */
        delete: operations["events_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A form in its current version. */
        get: operations["forms_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/history/{subject}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that was written about a thing, newest first. */
        get: operations["history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a register from CSV (UTF-8 or GBK) or xlsx: all rows or, when one of them is wrong, none. A long file is taken
         *     by a job, whose result is the same report.
         */
        post: operations["import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's inbox, earliest deadline first. Each row says who demands it and on what basis. */
        get: operations["inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this instance is. */
        get: operations["show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instructions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Instructions that the caller gave, received, or may see by his area; latest first. With `on_kind` and `on_id` those
         *     that are written on one thing.
         */
        get: operations["instructions_list"];
        put?: never;
        /** Writes a leader's wish on something that the caller sees and opens the obligation to report back to the leader. */
        post: operations["instructions_give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instructions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One instruction with what is owed because of it and what was reported back. */
        get: operations["instructions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instructions/{id}/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scan of an instruction that the caller may see. */
        get: operations["instructions_scan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's jobs, newest first. */
        get: operations["jobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the caller's jobs. */
        get: operations["jobs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks a job to stop. What it has not committed by then is undone; one that has ended stays as it ended. */
        post: operations["jobs_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/key-periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Key periods that stand, latest first, with what they opened. */
        get: operations["key_periods_list"];
        put?: never;
        /**
         * Enters a key period for the plans whose whole area the caller sees. One that is over, or that asks for the same as
         *     another on some of its days, is refused.
         */
        post: operations["key_periods_enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/key-periods/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraws a key period. What it would still open does not open, what is unmet is taken back, what was met stays. */
        delete: operations["key_periods_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leader": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page of whoever is signed in. Every figure is counted from what he may see. */
        get: operations["leader_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole ledger, newest first, for whoever audits it. Entries carry ids and no names of what they are about. */
        get: operations["ledger_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads the whole ledger again and compares it with its chain and its anchors. */
        get: operations["verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lifecycles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of matter that the installed plans define, with their roles. */
        get: operations["lifecycles_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matrices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Matrices that installed plans define. */
        get: operations["matrices_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matrices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One matrix of a year. A cell exists only where an obligation was opened, and is lit only by records. */
        get: operations["matrices_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matrices/{id}/cell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The obligations behind one cell, earliest due first. */
        get: operations["matrices_cell"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Matters that the caller may see, newest first. Hidden ones are neither listed nor counted. */
        get: operations["matters_list"];
        put?: never;
        /** Opens a matter. Every party gets its own receipt, clock and ladder at the same moment, and the matter its number. */
        post: operations["matters_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A matter that the caller may see: each party with its own state and clocks, the timeline, and what the caller may do
         *     now, or why not.
         */
        get: operations["matters_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matters/{id}/transitions/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a transition for the caller's own party. Nobody acts for another party, whoever fixed does not verify, and what
         *     must be proven is proven by a record about this matter. A refusal changes nothing and says why.
         */
        post: operations["matters_transition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's person, body, rights and reach. */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Keeps the caller's language, in which messages are written to him. */
        patch: operations["me_change"];
        trace?: never;
    };
    "/me/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own addresses outside of the program and what one has muted. */
        get: operations["contact_own"];
        /** Replaces one's own addresses and muted categories. */
        put: operations["contact_set_own"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was told to the caller, newest first. */
        get: operations["messages_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks a message as read by the caller. Reading it again changes nothing. */
        post: operations["messages_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tasks in which the caller has a part, in the order of the plan's items: for a leader those that he looks after, for
         *     others those for which they or their bodies answer.
         */
        get: operations["my_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Obligations that the caller may see, earliest due first. Hidden ones are neither listed nor counted. */
        get: operations["obligations_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs for each of the obligations that the caller may sign for. One that is refused does not hold up the others. */
        post: operations["obligations_sign_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One obligation: its row, what counts for it, who answered for it, and the records behind it. */
        get: operations["obligations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every message about an obligation with its channel and what became of it, newest first. */
        get: operations["obligations_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations/{id}/excuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Excuses an open obligation. The holder cannot excuse himself, and a reason is needed. */
        post: operations["obligations_excuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations/{id}/hand-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hands an obligation of a body out to one of its posts or people, or to a body below it. The body stays the holder:
         *     what is filed comes back to it for approval, and a delay there moves nothing here.
         */
        post: operations["obligations_hand_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations/{id}/near": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records of the right form around the period, with the first condition that each fails. */
        get: operations["obligations_near"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs for an obligation. Only the holder's people may; the first signature stays. An obligation whose whole content
         *     is the receipt is met by it.
         */
        post: operations["obligations_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations/{id}/urge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends one reminder to the person who answers today, at most once a day and person; the entry names who urged. */
        post: operations["obligations_urge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraws what was handed out, with everything handed out of it. What was accepted before keeps counting. */
        post: operations["obligations_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bodies within the caller's scope, by name. */
        get: operations["orgs_list"];
        put?: never;
        /**
         * Registers a body in an area within the caller's scope. A number or a name with area that is there already is a
         *     conflict.
         */
        post: operations["orgs_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A body with its posts and whoever is in them, its members and its place among the bodies. */
        get: operations["orgs_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a body at the version that the writer has seen. */
        patch: operations["orgs_change"];
        trace?: never;
    };
    "/orgs/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a body, post or person a member from a day on. */
        post: operations["members_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{id}/members/{member}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a membership as of today. */
        delete: operations["members_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who still owes within the caller's sight, grouped by body, the oldest due first. Takes the filters of the list. */
        get: operations["owing_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owing.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The list of who still owes as text: bodies and counts only, never a name of a person. On a training instance it says
         *     that it is one.
         */
        get: operations["owing_text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owing/urge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Urges everybody who still owes under a filter: one message a person, however much he owes. What was urged within the
         *     window of the place (a day, unless set otherwise) is passed over. The ledger keeps who urged, what, and how many.
         */
        post: operations["owing_urge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Installed packs, those in force first. */
        get: operations["packs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/packs/{pack}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pack: clauses with their parameters, definitions in words, and when it was put in force. */
        get: operations["packs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/packs/{pack}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a pack in force on a day: its duties open by themselves, its tasks are issued. What would double running
         *     obligations is refused by name.
         */
        post: operations["packs_activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/packs/{pack}/parameters/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms parameters that the pack assumes. Each is confirmed once; another value in a later version asks again. */
        post: operations["packs_confirm_parameters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/packs/{pack}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What opens, changes and ends, for whom it is how much work, and what existing records already satisfy. Nothing is kept. */
        get: operations["packs_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Persons within the caller's scope, by name. Telephones are not shown. */
        get: operations["persons_list"];
        put?: never;
        /** Registers a person of a body within the caller's scope. */
        post: operations["persons_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person with the posts he holds or held and the sites for which he answers. */
        get: operations["persons_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a person at the version that the writer has seen. */
        patch: operations["persons_change"];
        trace?: never;
    };
    "/persons/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person's addresses outside of the program. */
        get: operations["contact_of_person"];
        /** Replaces a person's addresses. What he has muted is his own and stays. */
        put: operations["contact_set_of_person"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans with clauses, those in force first. */
        get: operations["plans_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{pack}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan with live states: every figure is counted from obligations that the caller may see. */
        get: operations["plans_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{pack}/clauses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chain clause → rule → obligation → record, within the caller's sight. */
        get: operations["plans_clause"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{pack}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The attached text of a plan; each paragraph with its clauses and their live states. */
        get: operations["plans_text"];
        put?: never;
        /** Attaches the plan's text as a new edition, tied to the clauses by their numbers. The same text again changes nothing. */
        post: operations["plans_attach_text"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{pack}/text/{place}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ties a paragraph to these clauses by hand, where the numbers did not say enough. */
        put: operations["plans_tie_text"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts within the caller's scope, by title. */
        get: operations["posts_list"];
        put?: never;
        /** Adds a post to a body within the caller's scope. It is vacant until somebody is appointed. */
        post: operations["posts_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A post with everybody who was ever in it. */
        get: operations["posts_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a post at the version that the writer has seen. */
        patch: operations["posts_change"];
        trace?: never;
    };
    "/posts/{id}/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a person into a post from a day on. Open obligations of the post follow it. */
        post: operations["holders_appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{id}/holders/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a person out of a post. Without another holder it is vacant and shows so. */
        post: operations["holders_relieve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A record that the caller may see. */
        get: operations["records_get"];
        /**
         * Files a record under an id that the client chose. Sending the same record again changes nothing; the same id with
         *     other content is a conflict and overwrites nothing. The record counts for every open obligation whose conditions it
         *     meets, whoever opened it.
         */
        put: operations["records_file"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes what was submitted to a party of the caller. It counts from the time at which it was put there, however long
         *     the decision took. Who filed it, or decided about it before, cannot.
         */
        post: operations["records_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approves a record of one's own body, or what was filed for something that one's body handed out. Nobody approves what
         *     he filed. From here on it counts where approval is asked.
         */
        post: operations["records_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{id}/contest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The body says that what was filed for it is not so. The record counts for nothing until whoever filed it files anew
         *     (naming it in `supersedes`) or somebody above both decides.
         */
        post: operations["records_contest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Returns what was submitted, by the holder's approver or by the receiver, and says what is missing. The submission
         *     stays in sight; a correction that supersedes it before the correction clock ends keeps the first time.
         */
        post: operations["records_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides about a contested record. Neither the one who filed it nor the body that contests it decides. */
        post: operations["records_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{id}/way": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Before whom a record lay and what became of it there. */
        get: operations["records_way"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers/{subject}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Register of a subject, oldest first. No points: what was done, what was not. */
        get: operations["registers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles that the installed packs define. */
        get: operations["roles_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sites, bodies, persons, posts, tasks, matters and clauses by name, number, code or pinyin initials. */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs in with account and password; the session comes as a cookie that scripts cannot read.
         * @description Several wrong passwords in a row lock the account for a while. A session ends when it is idle too long, when it is
         *     too old, or when it is revoked.
         */
        post: operations["session_open"];
        /** Signs out: the session is revoked. */
        delete: operations["session_close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a new password; all other sessions of the account end. */
        post: operations["session_change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sites within the caller's scope, by name. */
        get: operations["sites_list"];
        put?: never;
        /** Registers a site in an area within the caller's scope. */
        post: operations["sites_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A site with its attributes, tags and whoever answers for it, now and before. */
        get: operations["sites_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a site at the version that the writer has seen. */
        patch: operations["sites_change"];
        trace?: never;
    };
    "/sites/{id}/capacities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Binds a party to a site in a role from a day on. */
        post: operations["capacities_bind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sites/{id}/capacities/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends whoever answers for a site in a role. */
        post: operations["capacities_unbind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sites/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Makes the tags of a site from today on exactly these; what it bore before stays in the register. */
        put: operations["tags_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tasks that the caller may see, earliest due first. A task is seen by whoever has a part in it, and by those in whose
         *     area all of its responsible parties lie.
         */
        get: operations["tasks_list"];
        put?: never;
        /** Opens a task under a plan, with obligations for those who lead or share it. A number that is taken is a conflict. */
        post: operations["tasks_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tasks of the list as a workbook, with their states of now. Columns that an import takes bear its headings. */
        get: operations["tasks_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One task: its parties with their own states, milestones, sign-offs, evaluations and what happened when. */
        get: operations["tasks_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Evaluates a finished task. A failure takes the sign-off back: the task is open again, as late as it then is, and
         *     carries the reason until it is signed off anew. Nobody evaluates what he answers for or signed off.
         */
        post: operations["tasks_evaluate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tray": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lies with the bodies for which the caller is receiving clerk or leader, earliest due first. */
        get: operations["tray"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/undelivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open obligations within the caller's sight whose holder no channel has reached, with the reason. Takes the filters of
         *     the list of who still owes.
         */
        get: operations["undelivered_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wall-chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The wall chart over the tasks that are asked for and that the caller may see. Every figure is counted from the same
         *     rows as the list; nothing is typed in.
         */
        get: operations["wall_chart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptRecord: {
            /** @description One obligation of several for which the record waits; absent: all that wait for the caller. */
            obligation?: string | null;
        };
        AcceptedView: {
            /** @description Obligations for which the next one has yet to decide. */
            awaiting: string[];
            /** @description Obligations for which the record counts now. */
            counts_for: string[];
        };
        AccountRow: {
            id: string;
            /**
             * Format: int64
             * @description Machine time in UTC milliseconds, while locked.
             */
            locked_until?: number | null;
            login: string;
            must_change: boolean;
            name: string;
            person: string;
            roles: components["schemas"]["GrantRow"][];
            /** @description `active` or `disabled`. */
            state: string;
        };
        ActView: {
            /** @description `evaluate`. */
            name: string;
            /** @description Empty when the caller may. */
            reasons: components["schemas"]["Said"][];
        };
        Action: {
            definition: string;
            title: string;
            title_en: string;
        };
        ActivatePack: {
            /** @description The caller's own name, typed to confirm. */
            confirm: string;
            /** @description Day from which it is in force; today, or a later one. */
            on: string;
            /** @description Running obligations of changed duties are withdrawn and opened again; the preview lists them. */
            recut?: boolean;
        };
        ActivationView: {
            /** Format: int64 */
            asked_at: number;
            confirmed_as: string;
            /**
             * Format: int64
             * @description Absent while its day lies ahead.
             */
            done_at?: number | null;
            failed?: components["schemas"]["Said"] | null;
            on: string;
            recut: boolean;
            /** Format: int32 */
            version: number;
            /** Format: int64 */
            withdrawn?: number | null;
        };
        AddAccount: {
            language?: string | null;
            login: string;
            name?: string | null;
            /** @description Main body of a new person, and the body for which the role is held. */
            org?: string | null;
            /** @description A person of the register; else `name` makes a new one. */
            person?: string | null;
            role: string;
        };
        AddGrant: {
            /** @description The body for which the role is held; none is the person's main body. */
            org?: string | null;
            role: string;
        };
        AddMember: {
            from?: string | null;
            member: string;
            role?: string;
        };
        AddOrg: {
            aliases?: string[];
            area: string;
            credit_code?: string | null;
            from?: string | null;
            kind: string;
            name: string;
            office_of?: string | null;
            sector?: string | null;
            superior?: string | null;
        };
        AddPerson: {
            from?: string | null;
            name: string;
            /** @description Main body. */
            org: string;
        };
        AddPost: {
            approver?: boolean;
            from?: string | null;
            org: string;
            /** Format: int64 */
            rank: number;
            receiving_clerk?: boolean;
            stand_in?: string | null;
            superior?: string | null;
            title: string;
        };
        AddSite: {
            area: string;
            attributes?: Record<string, unknown>;
            credit_code?: string | null;
            from?: string | null;
            kind: string;
            /** Format: double */
            lat?: number | null;
            /** Format: double */
            lng?: number | null;
            name: string;
            /** @description The body that runs it. */
            org?: string | null;
            parent?: string | null;
            sector?: string | null;
            tags?: string[];
        };
        Advance: {
            /**
             * Format: int64
             * @description Business time to move to, in UTC milliseconds.
             */
            to: number;
        };
        Advanced: components["schemas"]["Instance"] & {
            /** @description Timers that ran on the way. */
            ran: number;
        };
        AnswerRow: {
            from?: string | null;
            /** @description As which of his parties. */
            party: components["schemas"]["Named"];
            role: string;
            site: string;
            site_name: string;
        };
        Appoint: {
            /** @description First day; today when absent. */
            from?: string | null;
            /** @description Takes the present holder out on the same day, so that the post is never empty. */
            instead?: boolean;
            person: string;
            /** @description Stands in (AB岗) where the holder cannot. */
            stand_in?: boolean;
            until?: string | null;
        };
        ApprovedView: {
            counts_for: string[];
        };
        AreaRow: {
            code: string;
            from?: string | null;
            id: string;
            /** @description Nothing below it. */
            leaf: boolean;
            level: string;
            name: string;
            parent?: string | null;
            until?: string | null;
        };
        AreaView: components["schemas"]["AreaRow"] & {
            /** @description From the province down to the area above. */
            ancestors: components["schemas"]["Named"][];
            /** @description What became of it after it ended. */
            successors: components["schemas"]["Named"][];
        };
        AssigneeView: {
            /** Format: int64 */
            from_at: number;
            party: components["schemas"]["Named"];
            /** Format: int64 */
            until_at?: number | null;
        };
        AttachText: {
            /** @description The whole text, one paragraph a line. */
            text: string;
        };
        Attached: {
            /** @description Content address (SM3, hexadecimal). */
            hash: string;
            media: string;
            /** Format: int64 */
            size: number;
        };
        AttachmentView: {
            field: string;
            hash: string;
            media: string;
            name: string;
            /** Format: int64 */
            size: number;
        };
        /** @description How many obligations are in which state. Excused and withdrawn ones do not count. */
        Bar: {
            /** Format: int64 */
            due_soon: number;
            /** Format: int64 */
            lapsed: number;
            /** Format: int64 */
            met: number;
            /** Format: int64 */
            met_late: number;
            /** Format: int64 */
            open: number;
            /** Format: int64 */
            overdue: number;
        };
        /** @description The job that takes a long file. */
        Begun: {
            job: string;
        };
        Bind: {
            /** @description First day; today when absent. */
            from?: string | null;
            /** @description Whoever answers in the same role until then ends on the same day. */
            instead?: boolean;
            /** @description A post, person or body. */
            party: string;
            role: string;
        };
        CalendarDay: {
            day: string;
            /** @description Key periods (重点时段) that the day lies in. */
            key_periods: components["schemas"]["KeyPeriodName"][];
            /** @description Past due. */
            late: boolean;
            /** @description Counting stopped: there are more. */
            more: boolean;
            /**
             * Format: int64
             * @description Owed and due by the end of the day; what is done already is not counted.
             */
            owed: number;
            /** @description Absent where the holiday table of the year is missing. */
            workday?: boolean | null;
        };
        CalendarView: {
            days: components["schemas"]["CalendarDay"][];
            from: string;
            rows?: components["schemas"]["Listed_ObligationRow"] | null;
            to: string;
            today: string;
        };
        CapacityRow: {
            from?: string | null;
            id: string;
            party: components["schemas"]["Named"];
            person?: components["schemas"]["Named"] | null;
            role: string;
            /** @description The role in the reader's language. */
            role_title: string;
            /** @description First day on which it no longer holds. */
            until?: string | null;
        };
        Cell: {
            /**
             * Format: int64
             * @description Obligations behind the cell: more than one where a duty comes oftener than the matrix has columns.
             */
            count: number;
            definition: string;
            distance: components["schemas"]["Said"];
            /** Format: int64 */
            due_at: number;
            /**
             * Format: int64
             * @description When it was met.
             */
            met_at?: number | null;
            /** @description The obligation, or of several the one that stands worst. */
            obligation: string;
            period: string;
            state: components["schemas"]["State"];
            subject: string;
        };
        CensusBrief: {
            /** @description Duty under which it is made. */
            duty: string;
            form: string;
            pack: string;
            title: string;
            title_en: string;
        };
        CensusChange: {
            after?: string | null;
            before?: string | null;
            /**
             * Format: double
             * @description Difference of a number.
             */
            difference?: number | null;
            field: string;
            same: boolean;
        };
        CensusColumn: {
            field: string;
            label: string;
            label_en: string;
            unit?: string | null;
        };
        CensusRow: {
            /** @description Against the month before; empty where `reason` says why. */
            changes: components["schemas"]["CensusChange"][];
            /** @description It states so while its figures say otherwise. */
            contradicts: boolean;
            obligation: string;
            reason?: components["schemas"]["Said"] | null;
            /** @description Record of the month and of the month before. */
            record?: string | null;
            record_before?: string | null;
            state: components["schemas"]["State"];
            /** @description The unit states that nothing changed. */
            stated_same: boolean;
            subject: components["schemas"]["Named"];
            /** @description What stands this month, by field. */
            values: {
                [key: string]: string;
            };
        };
        CensusView: {
            /** Format: int64 */
            as_of: number;
            before: string;
            columns: components["schemas"]["CensusColumn"][];
            /** Format: int64 */
            count?: number | null;
            duty: string;
            next?: string | null;
            period: string;
            rows: components["schemas"]["CensusRow"][];
            title: string;
            title_en: string;
        };
        /** @description Only the members that are present change; null takes away what may be absent. */
        ChangeOrg: {
            aliases?: string[] | null;
            credit_code?: string | null;
            identities?: string[] | null;
            kind?: string | null;
            name?: string | null;
            office_of?: string | null;
            sector?: string | null;
            sectors?: string[] | null;
            superior?: string | null;
            /** @description First day on which the body no longer is. */
            until?: string | null;
        };
        ChangePassword: {
            new: string;
            old: string;
        };
        /** @description Only the members that are present change; null takes away what may be absent. */
        ChangePerson: {
            name?: string | null;
            org?: string | null;
            /** @description First day on which the person is no longer in the register. */
            until?: string | null;
        };
        /** @description Only the members that are present change. */
        ChangePost: {
            approver?: boolean | null;
            /** Format: int64 */
            rank?: number | null;
            receiving_clerk?: boolean | null;
            stand_in?: string | null;
            superior?: string | null;
            title?: string | null;
            /** @description First day on which the post no longer is. */
            until?: string | null;
        };
        /** @description Only the members that are present change; null takes away what may be absent. */
        ChangeSite: {
            /** @description Attributes that are named here are set, those that are null are taken away, others stay. */
            attributes?: Record<string, unknown> | null;
            credit_code?: string | null;
            kind?: string | null;
            /** Format: double */
            lat?: number | null;
            /** Format: double */
            lng?: number | null;
            name?: string | null;
            org?: string | null;
            parent?: string | null;
            sector?: string | null;
            /** @description First day on which the site no longer is. */
            until?: string | null;
        };
        ChangeState: {
            /** @description `active` or `disabled`; disabling ends all sessions. */
            state: string;
        };
        ChangedFieldView: {
            after: string;
            before: string;
            field: string;
            label: string;
        };
        /** @description One part that was handed out. Its delay shows here and moves nothing in the parent. */
        ChildView: {
            handed_out?: components["schemas"]["HandedOutView"] | null;
            row: components["schemas"]["ObligationRow"];
            /** @description What was submitted to the body for its approval. */
            submissions: components["schemas"]["SubmissionView"][];
        };
        Choice: {
            code: string;
            label: string;
            label_en: string;
        };
        CircularBrief: {
            clauses: string[];
            /** @description How often it is printed, as packs write it: `month`, `quarter` … */
            every: string;
            id: string;
            issuer: string;
            pack: string;
            title: string;
            title_en: string;
        };
        CircularView: {
            /** Format: int64 */
            as_of: number;
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            done_late: number;
            id: string;
            issuer: string;
            /** Format: int64 */
            late: number;
            lines: components["schemas"]["Line"][];
            missing: components["schemas"]["Missing"][];
            period: string;
            title: string;
            title_en: string;
            /** Format: int64 */
            total: number;
        };
        ClassLoadView: {
            /** @description Tag or kind of the units. */
            class: string;
            /**
             * Format: double
             * @description A month and unit: its own records, and visits that it receives.
             */
            records: number;
            /** Format: int64 */
            units: number;
            /** Format: double */
            visits: number;
        };
        ClauseChain: {
            /** Format: int64 */
            as_of: number;
            definitions: components["schemas"]["DefinitionView"][];
            id: string;
            issuer: string;
            item: string;
            item_title: string;
            /** @description Overdue ones, earliest due first, with whoever answers today. */
            late: components["schemas"]["ObligationRow"][];
            no: string;
            parameters: components["schemas"]["ParameterView"][];
            /** @description What was met last, with its record. */
            records: components["schemas"]["RecordBrief"][];
            summary: string;
            summary_en: string;
            total: components["schemas"]["Bar"];
            waits_for: string[];
        };
        /** @description A clause that an obligation answers to. */
        ClauseRef: {
            id: string;
            /** @description Number as printed, `4.5`. */
            no: string;
            pack: string;
        };
        ClauseRow: {
            /** @description Ids of what realises it. */
            definitions: string[];
            id: string;
            item: string;
            kind: string;
            no: string;
            parameters: components["schemas"]["ParameterRow"][];
            /** @description `runs`, `tracked` or `planned`. */
            state: string;
            summary: string;
            summary_en: string;
            waits_for: string[];
        };
        ClauseView: {
            bar: components["schemas"]["Bar"];
            /** @description False where nothing countable belongs to it: 登记项，不计进度. */
            countable: boolean;
            /** @description Definitions that realise it. */
            definitions: number;
            /** Format: int64 */
            done: number;
            id: string;
            kind: string;
            /** Format: int64 */
            late: number;
            no: string;
            /** Format: int64 */
            open: number;
            /** @description `runs`, `tracked` or `planned`. */
            state: string;
            summary: string;
            summary_en: string;
            /** @description Engines still to be built, for planned ones. */
            waits_for: string[];
        };
        ClockView: {
            distance: components["schemas"]["Said"];
            /** Format: int64 */
            due_at: number;
            /** Format: int64 */
            met_at?: number | null;
            /** @description Transition that meets it. */
            met_by: string;
            obligation: string;
            /** Format: int64 */
            opened_at: number;
            /** Format: int64 */
            signed_at?: number | null;
            state: components["schemas"]["State"];
            step: string;
            title: string;
        };
        CollectionRow: {
            /** @description Day by which the sheets are wanted back. */
            due: string;
            form: string;
            id: string;
            /** Format: int64 */
            issued_at: number;
            issued_by: components["schemas"]["Named"];
            issued_for: components["schemas"]["Named"];
            note: string;
            /** @description Whether the caller collects, or is asked. */
            own: boolean;
            title: string;
        };
        CollectionView: components["schemas"]["CollectionRow"] & {
            sheets: components["schemas"]["SheetView"][];
        };
        /** @description A column: a period of the matrix, or days that fit into none (a season, a key period, a fixed date). */
        Column: {
            from: string;
            period: string;
            /** @description True for a period in which the matrix is printed. */
            regular: boolean;
            /** @description Last day; absent where the days have no end. */
            to?: string | null;
        };
        ConfirmParameters: {
            /** @description The caller's own name, typed to confirm. */
            confirm: string;
            /** @description Which ones; absent: all that still wait. */
            parameters?: components["schemas"]["ParameterRef"][] | null;
        };
        ConfirmedView: {
            brief: components["schemas"]["PackBrief"];
            /** @description How many were new. */
            confirmed: number;
        };
        Contact: {
            /** @description Channel → address: `email`, and the names of the machine's webhooks. */
            addresses?: {
                [key: string]: string;
            };
            /** @description Categories of messages that are not sent; what must be known is sent all the same. */
            muted?: string[];
        };
        /** @description What the body says against it. */
        ContestView: {
            /** Format: int64 */
            at: number;
            by_name: string;
            reason: string;
            /** @description `stands` or `falls`; absent while nobody has decided. */
            settled_as?: string | null;
            /** Format: int64 */
            settled_at?: number | null;
            settled_by_name?: string | null;
        };
        Contested: {
            /** @description Obligations that rested on it, or rest on it again. */
            obligations: string[];
            /** @description `contested`, or the state in which the decision leaves the record. */
            state: string;
        };
        Contesting: {
            /** @description What is not so. */
            reason: string;
        };
        Counts: {
            /** Format: int64 */
            body_todo: number;
            /** Format: int64 */
            body_unsigned: number;
            /** Format: int64 */
            due_today: number;
            /** Format: int64 */
            overdue: number;
            /** Format: int64 */
            todo: number;
        };
        CreateTask: {
            clauses?: string[];
            cooperating?: string[];
            due: string;
            item?: string;
            /** @description Those who share it where nobody leads. */
            joint?: string[];
            /** @description Leads, all of whom sign; empty where it is shared. */
            leads?: string[];
            /** @description Its key within the plan. */
            number: string;
            pack: string;
            parent?: string | null;
            patrons?: string[];
            title: string;
        };
        Created: {
            id: string;
        };
        DefinitionRow: {
            after_due: string;
            clauses: string[];
            evidence: string;
            id: string;
            /** @description Table of the pack: `duty`, `task`, `form`, `lifecycle`, `matrix`, `circular`, `draw`, `codes`. */
            table: string;
            title: string;
            title_en: string;
            when: string;
            /** @description Who, when, by what, and what follows; empty for what opens nothing. */
            who: string;
        };
        /** @description A definition in words with its periods. */
        DefinitionView: {
            after_due: string;
            evidence: string;
            id: string;
            kind: string;
            periods: components["schemas"]["PeriodBar"][];
            title: string;
            /** Format: int32 */
            version: number;
            when: string;
            who: string;
        };
        Delivery: {
            /** @description What the other side said, in a word; `sink` on a training instance. */
            answer: string;
            /**
             * Format: int64
             * @description Business time at which it was written.
             */
            at: number;
            category: string;
            /** @description `in-app`, `email`, or the name of a webhook. */
            channel: string;
            /**
             * Format: int64
             * @description Business time from which it may leave.
             */
            due_at: number;
            id: string;
            receiver: components["schemas"]["Named"];
            /** @description `queued`, `sent`, `delivered`, `failed`, `unknown` or `overtaken`. */
            state: string;
            /** Format: int64 */
            tries: number;
        };
        DifferenceView: {
            /** @description `added`, `removed` or `changed`. */
            change: string;
            fields: components["schemas"]["ChangedFieldView"][];
            id: string;
            kind: string;
            /** @description Table of the pack, and its name for people. */
            table: string;
            title: string;
        };
        DocumentRow: {
            /** Format: int64 */
            due_at: number;
            id: string;
            /** Format: int64 */
            issued_at: number;
            issued_by: components["schemas"]["Named"];
            issued_for: components["schemas"]["Named"];
            number: string;
            pack: string;
            /**
             * Format: int64
             * @description Addressees that have signed, of how many.
             */
            signed: number;
            title: string;
            /** Format: int64 */
            total: number;
        };
        DocumentView: {
            clauses: components["schemas"]["ClauseRef"][];
            /** @description Those who have not signed first. */
            receipts: components["schemas"]["ReceiptView"][];
            row: components["schemas"]["DocumentRow"];
            summary: string;
        };
        DoubleView: {
            definition: string;
            period: string;
            running: string;
            running_pack: string;
            running_title: string;
            /** Format: int64 */
            subjects: number;
            title: string;
        };
        DrawBrief: {
            clauses: string[];
            /** @description How often it is held, as packs write it: `day`, `month` … */
            every: string;
            id: string;
            pack: string;
            title: string;
            title_en: string;
        };
        DrawView: {
            drawn: components["schemas"]["Drawn"][];
            /** Format: int64 */
            drawn_at: number;
            id: string;
            period: string;
            population: number;
            /** Format: int64 */
            quota: number;
            /** @description Seed of the draw, hexadecimal. */
            seed: string;
        };
        Drawn: {
            id: string;
            name: string;
        };
        EndsView: {
            definition: string;
            /** Format: int64 */
            running: number;
            title: string;
        };
        Entered: {
            /** @description Duties that answer to it. */
            duties: number;
            event: components["schemas"]["OccurrenceView"];
        };
        Evaluate: {
            /** @description Whether it fails. */
            failed: boolean;
            /** @description Parties whose sign-off fails; absent means all that answer for the task. */
            parties?: string[];
            /** @description Why; a failure needs it. */
            reason?: string;
        };
        Evaluated: {
            evaluation: components["schemas"]["EvaluationView"];
            row: components["schemas"]["TaskRow"];
        };
        EvaluationView: {
            /** Format: int64 */
            at: number;
            by: components["schemas"]["Named"];
            failed: boolean;
            id: string;
            /** @description Parties that were judged. */
            parties: components["schemas"]["Named"][];
            reason: string;
        };
        /** @description One thing that happened, with the time at which it happened and that at which it arrived. */
        Event: {
            /** @description `opened`, `receipt`, `filed`, `approved`, `passed` or `failed`. */
            kind: string;
            party?: components["schemas"]["Named"] | null;
            person?: components["schemas"]["Named"] | null;
            reason?: string | null;
            /** Format: int64 */
            received_at: number;
            record?: string | null;
            /** Format: int64 */
            stated_at: number;
        };
        /** @description A kind of event that can be entered. */
        EventKindView: {
            /** @description Form whose records raise it by themselves. */
            form?: string | null;
            id: string;
            title: string;
            title_en: string;
        };
        EventView: {
            /** @description Person who acted; absent where a rule did. */
            actor?: string | null;
            id: string;
            /** @description Party for which it was done. */
            org?: string | null;
            /** Format: int64 */
            received_at: number;
            record?: components["schemas"]["RecordBrief"] | null;
            /** Format: int64 */
            stated_at: number;
            /** @description The reason that was given. */
            text?: string | null;
            title: string;
            /** @description `opened`, or the transition that was taken. */
            transition: string;
        };
        Events: {
            /** Format: int64 */
            count?: number | null;
            items: components["schemas"]["OccurrenceView"][];
            kinds: components["schemas"]["EventKindView"][];
            next?: string | null;
        };
        EvidenceView: {
            hash: string;
            media: string;
            name: string;
            record: string;
            /** Format: int64 */
            size: number;
            /**
             * Format: int64
             * @description When the act that it proves arrived.
             */
            taken_at: number;
        };
        Excuse: {
            /** @description Why it need not be done; kept with the name of who excused it. */
            reason: string;
        };
        /** @description A row that cannot be taken, with its text in the reader's language. */
        Fault: components["schemas"]["RowError"] & {
            act: string;
            message: string;
        };
        FieldView: {
            choices: components["schemas"]["Choice"][];
            columns: components["schemas"]["FieldView"][];
            id: string;
            /** @description text, number, choice, date, place, photo, file, signature, person, org, site or table. */
            kind: string;
            label: string;
            label_en: string;
            many: boolean;
            max_length?: number | null;
            required: boolean;
            unit?: string | null;
            /** @description Asked only when this field has this value. */
            when_field?: string | null;
            when_is?: string | null;
        };
        FileRecord: {
            /** @description Party whose record it is: the caller, one of his posts or bodies. */
            body: string;
            /** @description Day whose period it answers for, where that is not the day it happened. */
            covers?: string | null;
            form: string;
            /**
             * Format: int32
             * @description Version that was filled in.
             */
            form_version: number;
            /**
             * Format: int64
             * @description Last contact of the device with the server, where the record was made off line. It then counts by its stated time
             *     as far as the pack believes it.
             */
            last_contact?: number | null;
            /** Format: double */
            lat?: number | null;
            /** Format: double */
            lng?: number | null;
            /** @description Obligation from which the form was opened: its subject and period are taken over. */
            obligation?: string | null;
            on_behalf?: components["schemas"]["OnBehalfOf"] | null;
            /**
             * Format: int64
             * @description When it happened; absent means now.
             */
            stated_at?: number | null;
            /** @description Sites, tasks or other subjects that it is about, besides those in its fields. */
            subjects?: string[];
            /** @description Record that this one corrects. */
            supersedes?: string | null;
            values: Record<string, unknown>;
        };
        FiledView: {
            /** @description Obligations for which somebody has yet to approve or accept it. */
            awaiting: string[];
            /** @description Every obligation that the record counts for, across packs and levels. */
            counts_for: string[];
            id: string;
            /** @description False when the same record had arrived before. */
            new: boolean;
        };
        /** @description The filters of a list of obligations, as far as they make sense for what is owed. */
        Filter: {
            /** @description An area; everything within it. */
            area?: string | null;
            /** @description Clause id; every definition that realises it. */
            clause?: string | null;
            definition?: string | null;
            /** @description A holder: one body, post or person. */
            holder?: string | null;
            period?: string | null;
            /** @description Pack of the plan. */
            plan?: string | null;
            /** @description `open` (default): everything that is owed now; `late`: what is past due and grace. */
            state?: string | null;
        };
        FormView: {
            /** @description The record counts only after the body's approver has approved it. */
            approval: boolean;
            fields: components["schemas"]["FieldView"][];
            id: string;
            title: string;
            title_en: string;
            /** Format: int32 */
            version: number;
        };
        /** @description What was found, by kind. What the caller may not see is neither found nor counted. */
        Found: {
            items: components["schemas"]["Hit"][];
        };
        GiveInstruction: {
            /** @description Day by whose end the report is due. */
            due: string;
            /** @description Who is to act and to report back. */
            holder: string;
            /** @description Id of the thing, or of the clause or figure. */
            on_id: string;
            on_kind: components["schemas"]["OnKind"];
            scan?: components["schemas"]["ScanOf"] | null;
            wish: string;
            /** @description Person whose wish it is, where the caller enters it for him; then the paper is needed. */
            wished_by?: string | null;
        };
        GrantRow: {
            from: string;
            id: string;
            org?: string | null;
            org_name?: string | null;
            role: string;
        };
        /** @description Rows of one deadline group. */
        Group: {
            /** @description The day that `today` and `tomorrow` name. */
            day?: string | null;
            items: components["schemas"]["ObligationRow"][];
            /** @description `overdue`, `today`, `tomorrow`, `week`, `later`, or `all` where the tab has no groups. */
            key: string;
        };
        HandOutTo: {
            /** @description Day by whose end it is due; earlier than the parent's. */
            due?: string | null;
            /**
             * Format: int64
             * @description The instant, where a day is too coarse; one of the two is given.
             */
            due_at?: number | null;
            /** @description What the one who is asked should know. */
            note?: string;
            /** @description A post or person of the body, or a body below it. */
            to: string;
        };
        HandedOutView: {
            /** Format: int64 */
            at: number;
            by: components["schemas"]["Named"];
            note: string;
        };
        /** @description Something that was found. */
        Hit: {
            id: string;
            /** @description `site`, `org`, `person`, `post`, `task`, `matter` or `clause`. */
            kind: string;
            /** @description Page of the client on which it stands. */
            link: string;
            /** @description What tells it from others of the same name. */
            subtitle: string;
            title: string;
        };
        HolderRow: {
            id: string;
            name: string;
            stand_in: boolean;
        };
        HoldingRow: {
            from?: string | null;
            org: string;
            org_name: string;
            post: string;
            stand_in: boolean;
            title: string;
            /** @description First day on which he no longer holds it. */
            until?: string | null;
        };
        InOrgPost: {
            from?: string | null;
            id: string;
            name: string;
        };
        Inbox: {
            counts: components["schemas"]["Counts"];
            groups: components["schemas"]["Group"][];
        };
        /** @description What every page shows about the instance. */
        Instance: {
            /** @description `training` or `production`; a training instance says so on every page. */
            kind: string;
            /** @description What the sign-in page of a training instance says, such as its accounts. */
            notice?: string | null;
            /**
             * Format: int64
             * @description Business time in UTC milliseconds.
             */
            now: number;
            title: string;
            version: string;
            /** @description IANA name of the zone in which civil days are counted. */
            zone: string;
        };
        InstructionView: {
            /** Format: int64 */
            due_at: number;
            /** @description Who entered it; the same person where he wrote it himself. */
            entered_by: components["schemas"]["Named"];
            /** Format: int64 */
            given_at: number;
            id: string;
            /** @description What is owed because of it; its record is filed by the form `instruction.report`. */
            obligation: components["schemas"]["ObligationRow"];
            on_id: string;
            on_kind: components["schemas"]["OnKind"];
            /** @description Title of the thing; absent where the reader sees the instruction and not the thing. */
            on_title?: string | null;
            /** @description What was reported back, and whether the leader confirmed or returned it. */
            reports: components["schemas"]["SubmissionView"][];
            /** @description Name of the scan, if there is one; its content is under `/instructions/{id}/scan`. */
            scan?: string | null;
            wish: string;
            /** @description Whose wish it is. */
            wished_by: components["schemas"]["Named"];
        };
        IssueCollection: {
            /** @description Day by which the sheets are wanted back. */
            due: string;
            /** @description Which open obligations: the filters of `GET /owing`. */
            filter: components["schemas"]["Filter"];
            /** @description Form to fill; absent: the only one for which they ask. */
            form?: string | null;
            /** @description Shown on every sheet. */
            note?: string;
            /** @description Heading of the sheets; absent: the title of the form. */
            title?: string | null;
        };
        IssueDocument: {
            /** @description Bodies, posts, persons or groups; a group is opened to its members of today. */
            addressees: string[];
            clauses?: string[];
            /** @description Day by whose end receipt is to be signed; absent: the next working day. */
            due?: string | null;
            /** @description Number as printed. */
            number?: string;
            pack: string;
            summary?: string;
            title: string;
        };
        IssuedCollection: {
            form: string;
            /** @description All workbooks in one file. */
            href: string;
            id: string;
            /** @description Open obligations of the filter that this form cannot meet. */
            left_out: number;
            rows: number;
            sheets: components["schemas"]["SheetView"][];
        };
        ItemView: {
            bar: components["schemas"]["Bar"];
            clauses: components["schemas"]["ClauseView"][];
            cooperating: string[];
            joint?: string | null;
            lead: string[];
            no: string;
            section: string;
            title: string;
        };
        JobView: {
            /** @description Somebody asked it to stop. */
            cancel: boolean;
            /** Format: int64 */
            changed_at: number;
            /**
             * Format: int64
             * @description Machine time in UTC milliseconds.
             */
            created_at: number;
            /** Format: int64 */
            done: number;
            /** @description Code of the reason why it failed, and its text. */
            error?: string | null;
            id: string;
            /** @description `import.sites` … */
            kind: string;
            message?: string | null;
            /** @description What it gave, once it is done. */
            result?: Record<string, unknown> | null;
            /** @description `waiting`, `running`, `done`, `failed` or `cancelled`. */
            state: string;
            /** Format: int64 */
            total?: number | null;
        };
        KeyPeriodName: {
            title: string;
            title_en: string;
        };
        KeyPeriodView: {
            /** Format: int64 */
            entered_at: number;
            /** Format: double */
            factor: number;
            /** Format: date */
            from: string;
            id: string;
            /**
             * Format: int64
             * @description Obligations within the caller's scope that it opened, and how many of them are unmet.
             */
            opened: number;
            /** @description Pack that brought it, or to which it was limited. */
            pack?: string | null;
            package?: string | null;
            /** @description `upcoming`, `running` or `over`. */
            state: string;
            title: string;
            title_en: string;
            /** Format: int64 */
            unmet: number;
            /**
             * Format: date
             * @description Last day, which still belongs to it.
             */
            until: string;
        };
        KeyPeriods: {
            items: components["schemas"]["KeyPeriodView"][];
            /** @description Packages to which duties answer. */
            packages: string[];
        };
        LeaderView: {
            /** Format: int64 */
            as_of: number;
            name: string;
            new: components["schemas"]["New"];
            waiting: components["schemas"]["Waiting"];
            /** @description Clauses of his items, else of all that he sees, with most that is late. */
            worst: components["schemas"]["WorstClause"][];
        };
        /** @description One entry of the ledger. */
        LedgerEntry: {
            act: string;
            /** @description Name of the person behind the account; absent when the system acted by itself. */
            actor?: string | null;
            /**
             * Format: int64
             * @description Business time in UTC milliseconds.
             */
            at: number;
            body: unknown;
            id: string;
            /**
             * Format: int64
             * @description When the machine wrote it.
             */
            recorded_at: number;
            /**
             * Format: int64
             * @description Place in the chain; absent until it is sealed.
             */
            seq?: number | null;
            /** @description What it is about; absent for acts in bulk. */
            subject?: string | null;
            verb: string;
        };
        LifecycleView: {
            id: string;
            roles: components["schemas"]["RoleView"][];
            title: string;
            title_en: string;
            /** @description On-screen word of the kind of matter. */
            word: string;
        };
        /** @description What one subject did in the period. */
        Line: {
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            done_late: number;
            /** Format: int64 */
            late: number;
            subject: components["schemas"]["Named"];
            /** Format: int64 */
            total: number;
        };
        /** @description One page of a list. */
        Listed_AccountRow: {
            /**
             * Format: int64
             * @description Rows in all, counted up to a cap.
             */
            count?: number | null;
            items: {
                id: string;
                /**
                 * Format: int64
                 * @description Machine time in UTC milliseconds, while locked.
                 */
                locked_until?: number | null;
                login: string;
                must_change: boolean;
                name: string;
                person: string;
                roles: components["schemas"]["GrantRow"][];
                /** @description `active` or `disabled`. */
                state: string;
            }[];
            /** @description Key of the next page, bound to this list; absent on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Listed_AreaRow: {
            /**
             * Format: int64
             * @description Rows in all, counted up to a cap.
             */
            count?: number | null;
            items: {
                code: string;
                from?: string | null;
                id: string;
                /** @description Nothing below it. */
                leaf: boolean;
                level: string;
                name: string;
                parent?: string | null;
                until?: string | null;
            }[];
            /** @description Key of the next page, bound to this list; absent on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Listed_CollectionRow: {
            /**
             * Format: int64
             * @description Rows in all, counted up to a cap.
             */
            count?: number | null;
            items: {
                /** @description Day by which the sheets are wanted back. */
                due: string;
                form: string;
                id: string;
                /** Format: int64 */
                issued_at: number;
                issued_by: components["schemas"]["Named"];
                issued_for: components["schemas"]["Named"];
                note: string;
                /** @description Whether the caller collects, or is asked. */
                own: boolean;
                title: string;
            }[];
            /** @description Key of the next page, bound to this list; absent on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Listed_DocumentRow: {
            /**
             * Format: int64
             * @description Rows in all, counted up to a cap.
             */
            count?: number | null;
            items: {
                /** Format: int64 */
                due_at: number;
                id: string;
                /** Format: int64 */
                issued_at: number;
                issued_by: components["schemas"]["Named"];
                issued_for: components["schemas"]["Named"];
                number: string;
                pack: string;
                /**
                 * Format: int64
                 * @description Addressees that have signed, of how many.
                 */
                signed: number;
                title: string;
                /** Format: int64 */
                total: number;
            }[];
            /** @description Key of the next page, bound to this list; absent on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Listed_InstructionView: {
            /**
             * Format: int64
             * @description Rows in all, counted up to a cap.
             */
            count?: number | null;
            items: {
                /** Format: int64 */
                due_at: number;
                /** @description Who entered it; the same person where he wrote it himself. */
                entered_by: components["schemas"]["Named"];
                /** Format: int64 */
                given_at: number;
                id: string;
                /** @description What is owed because of it; its record is filed by the form `instruction.report`. */
                obligation: components["schemas"]["ObligationRow"];
                on_id: string;
                on_kind: components["schemas"]["OnKind"];
                /** @description Title of the thing; absent where the reader sees the instruction and not the thing. */
                on_title?: string | null;
                /** @description What was reported back, and whether the leader confirmed or returned it. */
                reports: components["schemas"]["SubmissionView"][];
                /** @description Name of the scan, if there is one; its content is under `/instructions/{id}/scan`. */
                scan?: string | null;
                wish: string;
                /** @description Whose wish it is. */
                wished_by: components["schemas"]["Named"];
            }[];
            /** @description Key of the next page, bound to this list; absent on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Listed_JobView: {
            /**
             * Format: int64
             * @description Rows in all, counted up to a cap.
             */
            count?: number | null;
            items: {
                /** @description Somebody asked it to stop. */
                cancel: boolean;
                /** Format: int64 */
                changed_at: number;
                /**
                 * Format: int64
                 * @description Machine time in UTC milliseconds.
                 */
                created_at: number;
                /** Format: int64 */
                done: number;
                /** @description Code of the reason why it failed, and its text. */
                error?: string | null;
                id: string;
                /** @description `import.sites` … */
                kind: string;
                message?: string | null;
                /** @description What it gave, once it is done. */
                result?: Record<string, unknown> | null;
                /** @description `waiting`, `running`, `done`, `failed` or `cancelled`. */
                state: string;
                /** Format: int64 */
                total?: number | null;
            }[];
            /** @description Key of the next page, bound to this list; absent on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Listed_LedgerEntry: {
            /**
             * Format: int64
             * @description Rows in all, counted up to a cap.
             */
            count?: number | null;
            items: {
                act: string;
                /** @description Name of the person behind the account; absent when the system acted by itself. */
                actor?: string | null;
                /**
                 * Format: int64
                 * @description Business time in UTC milliseconds.
                 */
                at: number;
                body: unknown;
                id: string;
                /**
                 * Format: int64
                 * @description When the machine wrote it.
                 */
                recorded_at: number;
                /**
                 * Format: int64
                 * @description Place in the chain; absent until it is sealed.
                 */
                seq?: number | null;
                /** @description What it is about; absent for acts in bulk. */
                subject?: string | null;
                verb: string;
            }[];
            /** @description Key of the next page, bound to this list; absent on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Listed_MatterRow: {
            /**
             * Format: int64
             * @description Rows in all, counted up to a cap.
             */
            count?: number | null;
            items: {
                /** @description The most pressing clock of all its parties, and how far it is from due. */
                clock: components["schemas"]["State"];
                /** Format: int64 */
                closed_at?: number | null;
                distance?: components["schemas"]["Said"] | null;
                /** @description `general` or `major`, and its word. */
                grade: string;
                grade_word: string;
                id: string;
                number: string;
                /** Format: int64 */
                opened_at: number;
                parties: components["schemas"]["PartyBrief"][];
                source?: string | null;
                /** @description Where it stands, in words: the state of the party that is least far. */
                state: string;
                subject?: components["schemas"]["Named"] | null;
                title: string;
                /** @description On-screen word of its kind. */
                word: string;
            }[];
            /** @description Key of the next page, bound to this list; absent on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Listed_ObligationRow: {
            /**
             * Format: int64
             * @description Rows in all, counted up to a cap.
             */
            count?: number | null;
            items: {
                /** @description Verb that the caller may take: `sign`, `file`, `correct`, `accept`, `act`; absent where there is none. */
                action?: string | null;
                clause?: components["schemas"]["ClauseRef"] | null;
                definition: string;
                distance: components["schemas"]["Said"];
                /** Format: int64 */
                due_at: number;
                /** @description Form to fill for `file`. */
                form?: string | null;
                holder: components["schemas"]["Named"];
                id: string;
                issuer: string;
                kind: string;
                /** Format: int64 */
                met_at?: number | null;
                /** Format: int64 */
                opened_at: number;
                /** @description The body's obligation of which this was handed out. */
                parent?: string | null;
                period: string;
                person?: components["schemas"]["Named"] | null;
                progress: components["schemas"]["ProgressView"];
                reason?: string | null;
                receiver?: components["schemas"]["Named"] | null;
                /** @description The record to decide about, where the action is `accept`. */
                record?: string | null;
                /** Format: int64 */
                revision: number;
                /** Format: int64 */
                signed_at?: number | null;
                source?: string | null;
                stage?: components["schemas"]["Stage"] | null;
                /**
                 * Format: int64
                 * @description Until when the next act on the submission is due: the decision, or the correction.
                 */
                stage_due?: number | null;
                state: components["schemas"]["State"];
                subject: components["schemas"]["Named"];
                title: string;
            }[];
            /** @description Key of the next page, bound to this list; absent on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Listed_OrgRow: {
            /**
             * Format: int64
             * @description Rows in all, counted up to a cap.
             */
            count?: number | null;
            items: {
                area: string;
                area_name: string;
                credit_code?: string | null;
                /** @description None where nobody stated the beginning. */
                from?: string | null;
                id: string;
                kind: string;
                name: string;
                sector?: string | null;
                superior_id?: string | null;
                superior_name?: string | null;
                until?: string | null;
                /** Format: int64 */
                version: number;
            }[];
            /** @description Key of the next page, bound to this list; absent on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Listed_PersonRow: {
            /**
             * Format: int64
             * @description Rows in all, counted up to a cap.
             */
            count?: number | null;
            items: {
                id: string;
                name: string;
                org?: string | null;
                org_name?: string | null;
                /** @description Posts of the day, with the body: `县安委办主任`. */
                posts: string[];
                /** Format: int64 */
                version: number;
            }[];
            /** @description Key of the next page, bound to this list; absent on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Listed_PostRow: {
            /**
             * Format: int64
             * @description Rows in all, counted up to a cap.
             */
            count?: number | null;
            items: {
                approver: boolean;
                /** @description Who is in it on the day, holders before stand-ins; without a holder it is vacant. */
                holders: components["schemas"]["HolderRow"][];
                id: string;
                org: components["schemas"]["Named"];
                /** Format: int64 */
                rank: number;
                receiving_clerk: boolean;
                superior?: components["schemas"]["Named"] | null;
                title: string;
                /** Format: int64 */
                version: number;
            }[];
            /** @description Key of the next page, bound to this list; absent on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Listed_RoleName: {
            /**
             * Format: int64
             * @description Rows in all, counted up to a cap.
             */
            count?: number | null;
            items: {
                id: string;
                title: string;
                title_en: string;
            }[];
            /** @description Key of the next page, bound to this list; absent on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Listed_SiteRow: {
            /**
             * Format: int64
             * @description Rows in all, counted up to a cap.
             */
            count?: number | null;
            items: {
                area: string;
                area_name: string;
                credit_code?: string | null;
                id: string;
                kind: string;
                /** Format: double */
                lat?: number | null;
                /** Format: double */
                lng?: number | null;
                name: string;
                org_name?: string | null;
                sector?: string | null;
                /** @description Tags of the day. */
                tags: string[];
                /** Format: int64 */
                version: number;
            }[];
            /** @description Key of the next page, bound to this list; absent on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Listed_TaskRow: {
            /**
             * Format: int64
             * @description Rows in all, counted up to a cap.
             */
            count?: number | null;
            items: {
                cooperating: components["schemas"]["Named"][];
                /** @description How far from due. */
                distance: components["schemas"]["Said"];
                /**
                 * Format: int64
                 * @description Guarding parties that are done, of how many.
                 */
                done: number;
                /** Format: int64 */
                due_at: number;
                /**
                 * Format: int64
                 * @description When the last guarding party was done; absent while the task is open.
                 */
                finished_at?: number | null;
                id: string;
                item: string;
                item_title: string;
                joint: components["schemas"]["Named"][];
                leads: components["schemas"]["Named"][];
                /** @description Number in the table that it came from; empty for tasks of the plan itself. */
                number: string;
                /** @description `plan`, `table` or `hand`. */
                origin: string;
                pack: string;
                parent?: string | null;
                patrons: components["schemas"]["Named"][];
                /** @description Why it was reopened. */
                reason?: string | null;
                /** @description A failed evaluation stands. */
                reopened: boolean;
                /** @description `lead`, `leads` or `joint`. */
                shape: string;
                state: components["schemas"]["State"];
                title: string;
                /** Format: int64 */
                total: number;
                /** Format: int64 */
                version: number;
            }[];
            /** @description Key of the next page, bound to this list; absent on the last page. */
            next?: string | null;
        };
        /** @description The id of what was made. */
        Made: {
            id: string;
            /** Format: int64 */
            version: number;
        };
        MatrixBrief: {
            clauses: string[];
            id: string;
            title: string;
            title_en: string;
        };
        MatrixView: {
            actions: components["schemas"]["Action"][];
            /** Format: int64 */
            as_of: number;
            cells: components["schemas"]["Cell"][];
            /** @description The same periods with their days. */
            columns: components["schemas"]["Column"][];
            id: string;
            periods: string[];
            subjects: components["schemas"]["Named"][];
            title: string;
            title_en: string;
            totals: components["schemas"]["Totals"][];
        };
        MatterRow: {
            /** @description The most pressing clock of all its parties, and how far it is from due. */
            clock: components["schemas"]["State"];
            /** Format: int64 */
            closed_at?: number | null;
            distance?: components["schemas"]["Said"] | null;
            /** @description `general` or `major`, and its word. */
            grade: string;
            grade_word: string;
            id: string;
            number: string;
            /** Format: int64 */
            opened_at: number;
            parties: components["schemas"]["PartyBrief"][];
            source?: string | null;
            /** @description Where it stands, in words: the state of the party that is least far. */
            state: string;
            subject?: components["schemas"]["Named"] | null;
            title: string;
            /** @description On-screen word of its kind. */
            word: string;
        };
        MatterView: {
            /** @description Proof out of the records on which acts rest. */
            attachments: components["schemas"]["EvidenceView"][];
            clauses: components["schemas"]["ClauseRef"][];
            /** Format: int64 */
            closed_at?: number | null;
            /** @description `general` or `major`, and its word. */
            grade: string;
            grade_word: string;
            id: string;
            /** @description The body in whose series it is numbered. */
            issuer: components["schemas"]["Named"];
            lifecycle: string;
            number: string;
            /** Format: int64 */
            opened_at: number;
            opened_by?: components["schemas"]["Named"] | null;
            /** Format: int64 */
            outer_due_at?: number | null;
            outer_number?: string | null;
            /** @description Each party with its own state and its own clocks. */
            parties: components["schemas"]["PartyView"][];
            /** Format: int64 */
            revision: number;
            source?: string | null;
            /** @description Where it stands, in words. */
            state: string;
            steps: components["schemas"]["StageView"][];
            subject?: components["schemas"]["Named"] | null;
            /** @description What is wrong, in the words of whoever opened it. */
            text?: string | null;
            timeline: components["schemas"]["EventView"][];
            title: string;
            /** @description What can be done now, and what the caller may not do, with the reason. */
            transitions: components["schemas"]["TransitionView"][];
            word: string;
        };
        Me: {
            account: string;
            /** @description Areas that his roles reach. */
            areas: components["schemas"]["ReachedArea"][];
            /** @description The post in which he acts, `县安委办主任`. */
            identity?: string | null;
            /** @description `zh` or `en`. */
            language: string;
            login: string;
            /** @description Nothing else works until the password is changed. */
            must_change: boolean;
            name: string;
            /** @description Name of the main body; empty for administrators. */
            org: string;
            org_id?: string | null;
            permissions: string[];
            /** @description Id of the person. */
            person: string;
            roles: components["schemas"]["RoleName"][];
        };
        MemberView: {
            id: string;
            label: string;
            /** Format: int64 */
            met_at?: number | null;
            part: number;
            record?: string | null;
        };
        MessageRow: {
            /** @description What it is about, in words; empty where its page says it. */
            about: string;
            /** @description What to do; empty where the text says all. */
            act: string;
            /**
             * Format: int64
             * @description Business time at which it was written.
             */
            at: number;
            /** @description `reminder`, `handed` … */
            category: string;
            id: string;
            /** @description Page of what it is about. */
            link?: string | null;
            /** @description Whether it cannot be muted. */
            must_know: boolean;
            /** Format: int64 */
            read_at?: number | null;
            subject: string;
            /** @description What happened, in the reader's language. */
            text: string;
        };
        Messages: {
            /** @description Newest first. */
            items: components["schemas"]["MessageRow"][];
            next?: string | null;
            /**
             * Format: int64
             * @description Not yet read, counted up to a hundred.
             */
            unread: number;
        };
        MilestoneView: {
            distance: components["schemas"]["Said"];
            /** Format: int64 */
            due_at: number;
            id: string;
            /** @description Obligation of each lead for it. */
            obligations: string[];
            state: components["schemas"]["State"];
            title: string;
        };
        Missing: {
            action: string;
            obligation: string;
            state: components["schemas"]["State"];
            subject: components["schemas"]["Named"];
        };
        /** @description A party with its name. */
        Named: {
            id: string;
            name: string;
        };
        Near: {
            /** @description Part of the requirement that it came near to. */
            part: string;
            record: components["schemas"]["RecordBrief"];
            why_not?: components["schemas"]["Said"] | null;
        };
        /** @description What happened since the beginning of yesterday. */
        New: {
            late: components["schemas"]["ObligationRow"][];
            /**
             * Format: int64
             * @description Fell due since then and is not done.
             */
            late_count: number;
            matters: components["schemas"]["NewMatter"][];
            /** Format: int64 */
            matters_count: number;
            /** @description Counting stopped: there are more. */
            more: boolean;
            /** Format: int64 */
            since: number;
        };
        /** @description What somebody enters. */
        NewEvent: {
            /**
             * Format: int64
             * @description The instant on that day, from which hours run; absent: when it is entered, or the beginning of a later day.
             */
            at?: number | null;
            /** @description Kind of event that a plan defines. */
            kind: string;
            /**
             * Format: date
             * @description The day on which it happened, or for which it is planned.
             */
            on: string;
            /** @description What it is about; absent: everything to which it may apply, for whoever sees the whole area of the plan. */
            subject?: string | null;
            title: string;
        };
        /** @description What an administrator enters. */
        NewKeyPeriod: {
            /**
             * Format: double
             * @description How many times the normal amount raised duties ask in it; absent: 1, which adds nothing.
             */
            factor?: number | null;
            /** Format: date */
            from: string;
            /** @description Only for the duties of this pack and of those that build on it; absent: for all whose area the caller sees. */
            pack?: string | null;
            /** @description Package of duties that open once for it. */
            package?: string | null;
            title: string;
            title_en?: string;
            /**
             * Format: date
             * @description Last day, which still belongs to it.
             */
            until: string;
        };
        NewMatter: {
            id: string;
            /** Format: int64 */
            opened_at: number;
            title: string;
            word: string;
        };
        /** @description One row of any list of obligations. */
        ObligationRow: {
            /** @description Verb that the caller may take: `sign`, `file`, `correct`, `accept`, `act`; absent where there is none. */
            action?: string | null;
            clause?: components["schemas"]["ClauseRef"] | null;
            definition: string;
            distance: components["schemas"]["Said"];
            /** Format: int64 */
            due_at: number;
            /** @description Form to fill for `file`. */
            form?: string | null;
            holder: components["schemas"]["Named"];
            id: string;
            issuer: string;
            kind: string;
            /** Format: int64 */
            met_at?: number | null;
            /** Format: int64 */
            opened_at: number;
            /** @description The body's obligation of which this was handed out. */
            parent?: string | null;
            period: string;
            person?: components["schemas"]["Named"] | null;
            progress: components["schemas"]["ProgressView"];
            reason?: string | null;
            receiver?: components["schemas"]["Named"] | null;
            /** @description The record to decide about, where the action is `accept`. */
            record?: string | null;
            /** Format: int64 */
            revision: number;
            /** Format: int64 */
            signed_at?: number | null;
            source?: string | null;
            stage?: components["schemas"]["Stage"] | null;
            /**
             * Format: int64
             * @description Until when the next act on the submission is due: the decision, or the correction.
             */
            stage_due?: number | null;
            state: components["schemas"]["State"];
            subject: components["schemas"]["Named"];
            title: string;
        };
        ObligationView: {
            assignees: components["schemas"]["AssigneeView"][];
            /** @description What was handed out of it, each with its own state and clock. */
            children: components["schemas"]["ChildView"][];
            handed_out?: components["schemas"]["HandedOutView"] | null;
            members: components["schemas"]["MemberView"][];
            parent?: components["schemas"]["ObligationRow"] | null;
            /** @description What must be proven, part by part. */
            parts: components["schemas"]["PartView"][];
            records: components["schemas"]["RecordBrief"][];
            row: components["schemas"]["ObligationRow"];
            /** @description What was put before an approver or receiver for it, the first one first. */
            submissions: components["schemas"]["SubmissionView"][];
            /** @description What counts, in words: who, when, evidence, after due. */
            words: components["schemas"]["Words"];
        };
        OccurrenceView: {
            /** Format: int64 */
            at: number;
            /** Format: int64 */
            entered_at: number;
            id: string;
            kind: string;
            kind_title: string;
            kind_title_en: string;
            /** Format: date */
            on: string;
            /** @description The record that raised it. */
            record?: string | null;
            subject?: string | null;
            subject_name?: string | null;
            title: string;
        };
        /** @description How a filing for another body came in, and what it was typed from. */
        OnBehalfOf: {
            /** @description A code of `record-channels`: call, paper, message, spreadsheet … */
            channel: string;
            /** @description The original, stored before by `POST /attachments`. */
            original: components["schemas"]["Original"];
        };
        /** @description How a record came that somebody filed for the body. */
        OnBehalfView: {
            /** @description Who filed it. */
            by: string;
            by_name: string;
            /** @description A code of `record-channels`. */
            channel: string;
            /**
             * @description Address of the original from which it was typed, one of the attachments; absent for whoever sees this record and
             *     not the others that came of the same original.
             */
            original?: string | null;
            original_name?: string | null;
        };
        /**
         * @description What kind of thing a wish is written on.
         * @enum {string}
         */
        OnKind: "task" | "matter" | "obligation" | "record" | "clause" | "figure";
        /** @description Shown once. */
        OneTimePassword: {
            account: string;
            login: string;
            password: string;
        };
        OpenMatter: {
            /** @description What is wrong. */
            description?: string;
            /** @description `general` or `major`; absent means general. */
            grade?: string | null;
            /** @description Kind of matter: the id of a lifecycle. */
            lifecycle: string;
            /** Format: int64 */
            outer_due_at?: number | null;
            /** @description Number and reply deadline under which another system knows it. */
            outer_number?: string | null;
            /**
             * @description Role → party. Absent ones follow from the site: the body that runs it puts right, the competent body of the place
             *     verifies.
             */
            parties?: {
                [key: string]: string;
            };
            /** @description What it is about. */
            site: string;
            /** @description How it came to be known: a code of the list of sources. */
            source?: string | null;
            title: string;
        };
        OpenedMatter: {
            id: string;
            number: string;
        };
        OpensView: {
            cadence: string;
            definition: string;
            /** Format: int64 */
            first_count: number;
            /** Format: int64 */
            first_due?: number | null;
            first_opens?: string | null;
            /** @description Of the first ones: how many by kind of holder. */
            holders: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description Of the first ones: how many existing records meet at once.
             */
            satisfied: number;
            /** @description `duty` or `task`. */
            table: string;
            title: string;
            title_en: string;
            /**
             * Format: int64
             * @description Over a year, or until the plan ends.
             */
            year_count: number;
        };
        /** @description A post with whoever is in it; without a person it is vacant. */
        OrgPost: {
            approver: boolean;
            id: string;
            person?: components["schemas"]["InOrgPost"] | null;
            /** Format: int64 */
            rank: number;
            receiving_clerk: boolean;
            stand_in?: components["schemas"]["Named"] | null;
            title: string;
        };
        OrgRow: {
            area: string;
            area_name: string;
            credit_code?: string | null;
            /** @description None where nobody stated the beginning. */
            from?: string | null;
            id: string;
            kind: string;
            name: string;
            sector?: string | null;
            superior_id?: string | null;
            superior_name?: string | null;
            until?: string | null;
            /** Format: int64 */
            version: number;
        };
        OrgView: components["schemas"]["OrgRow"] & {
            aliases: string[];
            answers?: components["schemas"]["Named"] | null;
            identities: string[];
            /** @description Committees and groups of which it is a member. */
            member_of: components["schemas"]["Named"][];
            members: components["schemas"]["Named"][];
            office?: components["schemas"]["Named"] | null;
            office_of?: components["schemas"]["Named"] | null;
            /** @description Persons whose main body this is. */
            people: components["schemas"]["Named"][];
            posts: components["schemas"]["OrgPost"][];
            sectors: string[];
            /**
             * Format: int64
             * @description Sites that it runs.
             */
            sites: number;
            subordinates: components["schemas"]["Named"][];
            superior?: components["schemas"]["Named"] | null;
        };
        Original: {
            hash: string;
            name: string;
        };
        OverLimitView: {
            holder: components["schemas"]["Named"];
            /** Format: double */
            records: number;
        };
        /** @description The part of one party that is overdue. */
        OverduePart: {
            distance: components["schemas"]["Said"];
            holder: string;
            id: string;
            number: string;
            obligation: string;
            title: string;
        };
        OwingList: {
            /** @description Bodies in all, and what they owe together. */
            bodies: number;
            /** Format: int64 */
            count: number;
            /** @description The body with the oldest due first. */
            items: components["schemas"]["OwingRow"][];
            /** Format: int64 */
            late: number;
            next?: string | null;
        };
        /** @description What one body owes, and whom to ask about it. */
        OwingRow: {
            body: components["schemas"]["Named"];
            /** Format: int64 */
            count: number;
            /** @description Holders through which the body owes: itself, its posts, its people. */
            holders: string[];
            /**
             * Format: int64
             * @description Past due and grace.
             */
            late: number;
            /**
             * Format: int64
             * @description Due instant of the oldest.
             */
            oldest_due: number;
            person?: components["schemas"]["Named"] | null;
            stand_in?: components["schemas"]["Named"] | null;
        };
        PackBrief: {
            /** Format: int64 */
            active_since?: number | null;
            /**
             * Format: int64
             * @description Version in force, and since when; absent while it is only installed.
             */
            active_version?: number | null;
            area: string;
            builds_on: string[];
            clauses: number;
            definitions: number;
            from: string;
            issuer: string;
            number: string;
            pack: string;
            title: string;
            /** @description Assumed parameters that nobody has confirmed yet. */
            to_confirm: number;
            until: string;
            /**
             * Format: int32
             * @description Installed version.
             */
            version: number;
        };
        PackView: {
            /** @description When it was put in force, the latest first. */
            activations: components["schemas"]["ActivationView"][];
            brief: components["schemas"]["PackBrief"];
            clauses: components["schemas"]["ClauseRow"][];
            definitions: components["schemas"]["DefinitionRow"][];
        };
        ParagraphView: {
            bar: components["schemas"]["Bar"];
            clauses: components["schemas"]["TextClause"][];
            /** Format: int64 */
            no: number;
            text: string;
        };
        ParameterRef: {
            clause: string;
            name: string;
        };
        ParameterRow: {
            /** @description Proposed by the pack, not said by the document. */
            assumed: boolean;
            /** Format: int64 */
            confirmed_at?: number | null;
            confirmed_by?: string | null;
            name: string;
            value: string;
        };
        ParameterView: {
            /** @description A default that an administrator has yet to confirm. */
            assumed: boolean;
            name: string;
            value: string;
        };
        /** @description One part of what must be proven. */
        PartView: {
            /**
             * Format: int64
             * @description What the records that count add up to; of a covered set or a roster the members that are met.
             */
            amount: number;
            /** @description More than the greatest amount: flagged. */
            exceeded: boolean;
            name: string;
            /** @description True for a part that merely observes as well. */
            reached: boolean;
            /**
             * Format: int64
             * @description What is wanted: the least amount, or all members.
             */
            size: number;
        };
        PartyBrief: {
            id: string;
            name: string;
            /** @description Title of its role. */
            role: string;
        };
        PartyView: {
            /** @description Kind of body as which it was addressed, in words. */
            addressed_as?: string | null;
            clocks: components["schemas"]["ClockView"][];
            /** @description Its slot in the matter. */
            id: string;
            /** @description Line of supervision by which it answers, in words. */
            line?: string | null;
            /** @description True where the caller acts for it. */
            mine: boolean;
            party: components["schemas"]["Named"];
            person?: components["schemas"]["Named"] | null;
            role: string;
            role_title: string;
            state: string;
            state_word: string;
        };
        PastRow: {
            from?: string | null;
            person: components["schemas"]["Named"];
            stand_in: boolean;
            until?: string | null;
        };
        PeriodBar: {
            bar: components["schemas"]["Bar"];
            label: string;
        };
        PersonRow: {
            id: string;
            name: string;
            org?: string | null;
            org_name?: string | null;
            /** @description Posts of the day, with the body: `县安委办主任`. */
            posts: string[];
            /** Format: int64 */
            version: number;
        };
        PersonView: components["schemas"]["PersonRow"] & {
            /** @description Sites for which he answers on the day, through himself, a post or a body. */
            answers_for: components["schemas"]["AnswerRow"][];
            /** @description Posts held now and before, newest first. */
            holdings: components["schemas"]["HoldingRow"][];
            /** @description Everything as which he can owe or receive on the day: himself, posts, bodies, groups. */
            parties: components["schemas"]["Named"][];
        };
        PlanBrief: {
            /**
             * Format: int64
             * @description When it was put in force; absent while it is only installed.
             */
            active_since?: number | null;
            clauses: number;
            from: string;
            issuer: string;
            number: string;
            pack: string;
            title: string;
            until: string;
        };
        PlanView: {
            area: string;
            /** Format: int64 */
            as_of: number;
            counts: components["schemas"]["StateCounts"];
            from: string;
            issuer: string;
            items: components["schemas"]["ItemView"][];
            number: string;
            pack: string;
            title: string;
            total: components["schemas"]["Bar"];
            until: string;
            /** Format: int32 */
            version: number;
        };
        PostLoadView: {
            busiest: components["schemas"]["Named"];
            /** Format: int64 */
            holders: number;
            /** @description Kind of the body, title of the post, or `person`, `group`. */
            kind: string;
            /** Format: double */
            records_mean: number;
            /** Format: double */
            records_most: number;
            /** Format: double */
            visits_mean: number;
            /** Format: double */
            visits_most: number;
        };
        PostRow: {
            approver: boolean;
            /** @description Who is in it on the day, holders before stand-ins; without a holder it is vacant. */
            holders: components["schemas"]["HolderRow"][];
            id: string;
            org: components["schemas"]["Named"];
            /** Format: int64 */
            rank: number;
            receiving_clerk: boolean;
            superior?: components["schemas"]["Named"] | null;
            title: string;
            /** Format: int64 */
            version: number;
        };
        PostView: components["schemas"]["PostRow"] & {
            /** @description Everybody who was ever in it, newest first. */
            history: components["schemas"]["PastRow"][];
        };
        Preferences: {
            /** @description `zh` or `en`. */
            language: string;
        };
        PreviewView: {
            /** Format: int64 */
            active_version?: number | null;
            changes: components["schemas"]["DifferenceView"][];
            classes: components["schemas"]["ClassLoadView"][];
            /** @description What would be doubled; an activation is refused then. */
            doubles: components["schemas"]["DoubleView"][];
            ends: components["schemas"]["EndsView"][];
            /** Format: int64 */
            limit?: number | null;
            on: string;
            opens: components["schemas"]["OpensView"][];
            over: components["schemas"]["OverLimitView"][];
            pack: string;
            posts: components["schemas"]["PostLoadView"][];
            /** @description What an activation with `recut` would withdraw and open again. */
            recut: components["schemas"]["RecutView"][];
            title: string;
            to_confirm: components["schemas"]["ToConfirm"][];
            /** Format: int32 */
            version: number;
        };
        ProgressView: {
            /** Format: int64 */
            done: number;
            /** @description Names of what is missing, at most twenty. */
            missing: string[];
            /** Format: int64 */
            total: number;
        };
        ReachedArea: {
            code: string;
            id: string;
            name: string;
        };
        Receipt: {
            /** @description `X-Anlan-Id` of the message. */
            id: string;
            /** @description `sent`, `delivered` or `failed`. */
            state: string;
        };
        ReceiptView: {
            addressee: components["schemas"]["Named"];
            distance: components["schemas"]["Said"];
            obligation: string;
            /** Format: int64 */
            signed_at?: number | null;
            state: components["schemas"]["State"];
        };
        /** @description A record in short, where an obligation shows what met it. */
        RecordBrief: {
            /** Format: int64 */
            approved_at?: number | null;
            /** Format: int64 */
            attachments: number;
            body: components["schemas"]["Named"];
            filed_by: components["schemas"]["Named"];
            form: string;
            id: string;
            /** Format: int64 */
            received_at: number;
            state: string;
            /** Format: int64 */
            stated_at: number;
            title: string;
            /** @description Who stands behind it: who signed and handed out what it answers, who filed, approved, accepted or returned it. */
            trace: components["schemas"]["TraceStep"][];
        };
        RecordView: {
            /** Format: int64 */
            approved_at?: number | null;
            approved_by_name?: string | null;
            attachments: components["schemas"]["AttachmentView"][];
            body: string;
            body_name: string;
            contest?: components["schemas"]["ContestView"] | null;
            /** @description Obligations for which it counts, as far as the reader may see them. */
            counts_for: string[];
            /** @description Day whose period it answers for. */
            covers: string;
            filed_by: string;
            filed_by_name: string;
            form: string;
            /** Format: int32 */
            form_version: number;
            id: string;
            /**
             * Format: int64
             * @description Last contact of the device on which it was made off line; absent where it was made with contact.
             */
            last_contact?: number | null;
            /** @description Names of the parties and sites that the values refer to. */
            names: {
                [key: string]: string;
            };
            on_behalf?: components["schemas"]["OnBehalfView"] | null;
            /** Format: int64 */
            received_at: number;
            /** Format: int64 */
            revision: number;
            /** @description `filed`, `approved`, `contested`, `superseded` or `rejected`. */
            state: string;
            /** Format: int64 */
            stated_at: number;
            supersedes?: string | null;
            title: string;
            values: Record<string, unknown>;
        };
        RecordWay: {
            /** @description Before whom it was put, the first one first. */
            submissions: components["schemas"]["SubmissionView"][];
            /** @description Every act on its way, with who did it for whom. */
            trace: components["schemas"]["TraceStep"][];
        };
        RecutView: {
            /** Format: int64 */
            count: number;
            definition: string;
            period: string;
            title: string;
            title_en: string;
        };
        Relieve: {
            /** @description First day on which the person no longer holds the post; today when absent. */
            on?: string | null;
            person: string;
        };
        ReopenedTask: {
            /** Format: int64 */
            at: number;
            id: string;
            item: string;
            number: string;
            reason: string;
            title: string;
        };
        /** @description What an import did, or would do. Rows that cannot be taken are named; then nothing was kept. */
        Report: {
            added: number;
            changed: number;
            errors: components["schemas"]["Fault"][];
            kept: boolean;
            same: number;
        };
        ReturnRecord: {
            /** @description Fields of the form, or words, one thing each. */
            missing?: string[];
            /** @description One obligation of several for which the record waits; absent: all that wait for the caller. */
            obligation?: string | null;
            reason: string;
        };
        ReturnReport: {
            blank: number;
            body: components["schemas"]["Named"];
            errors: number;
            filed: number;
            /** @description Whether anything was filed. */
            kept: boolean;
            /**
             * Format: int64
             * @description When this sheet came back before; absent the first time.
             */
            returned_before?: number | null;
            rows: components["schemas"]["ReturnedRowView"][];
            unchanged: number;
        };
        ReturnedRowView: {
            /** @description Whether the obligation of the row rests on the record already; false while it waits to be approved or accepted. */
            counts: boolean;
            errors: components["schemas"]["RowFault"][];
            record?: string | null;
            /** @description Number as the spreadsheet shows it. */
            row: number;
            /** @description `filed`, `unchanged`, `blank`, `error`; `ready` where it is right and nothing was filed because others are wrong. */
            state: string;
        };
        ReturnedView: {
            /** @description Obligations to which it goes back. */
            obligations: string[];
        };
        RoleName: {
            id: string;
            title: string;
            title_en: string;
        };
        /** @description Names the roles of a lifecycle, for the page that opens a matter. */
        RoleView: {
            id: string;
            title: string;
        };
        /** @description A row that cannot be taken, and why. Rows count as the spreadsheet shows them, the heading being row 1. */
        RowError: {
            code: string;
            column: string;
            params: {
                [key: string]: string;
            };
            row: number;
            value: string;
        };
        /** @description What is wrong with a row, in a column or as a whole. */
        RowFault: components["schemas"]["Said"] & {
            column?: string | null;
        };
        /** @description A reason as code and parameters; the catalogue has its text. */
        Said: {
            code: string;
            params: {
                [key: string]: string;
            };
        };
        ScanOf: {
            hash: string;
            name: string;
        };
        SetTags: {
            /** @description All plain tags that the site bears from today on. */
            tags: string[];
        };
        Settling: {
            reason: string;
            /** @description `stands`: it counts again; `falls`: it stays out. */
            verdict: string;
        };
        SheetView: {
            body: components["schemas"]["Named"];
            /**
             * Format: int64
             * @description Rows that came back as records.
             */
            filed: number;
            /** @description Where the workbook is. */
            href: string;
            id: string;
            original?: string | null;
            /** Format: int64 */
            returned_at?: number | null;
            returned_by?: components["schemas"]["Named"] | null;
            /** Format: int64 */
            rows: number;
        };
        SignIn: {
            account: string;
            password: string;
        };
        SignMany: {
            ids: string[];
        };
        Signed: {
            /** Format: int64 */
            signed_at: number;
        };
        SignedIn: {
            /** @description The password was given out once: nothing else works until it is changed. */
            must_change: boolean;
        };
        SignedOne: {
            id: string;
            refused?: components["schemas"]["Said"] | null;
            /** Format: int64 */
            signed_at?: number | null;
        };
        SiteRow: {
            area: string;
            area_name: string;
            credit_code?: string | null;
            id: string;
            kind: string;
            /** Format: double */
            lat?: number | null;
            /** Format: double */
            lng?: number | null;
            name: string;
            org_name?: string | null;
            sector?: string | null;
            /** @description Tags of the day. */
            tags: string[];
            /** Format: int64 */
            version: number;
        };
        SiteView: components["schemas"]["SiteRow"] & {
            attributes: Record<string, unknown>;
            /** @description Who answers or answered for it, by role, newest first. */
            capacities: components["schemas"]["CapacityRow"][];
            /** @description Every tag it bears or bore, the running ones first. */
            dated_tags: components["schemas"]["TagRow"][];
            /** @description The day as of which tags and parts are shown. */
            day: string;
            from?: string | null;
            org?: components["schemas"]["Named"] | null;
            parent?: components["schemas"]["Named"] | null;
            /** @description Sites inside it. */
            parts: components["schemas"]["Named"][];
            until?: string | null;
        };
        /**
         * @description Where the submission of an open obligation stands; none before there is one and after it was accepted.
         * @enum {string}
         */
        Stage: "approving" | "waiting" | "returned";
        StageView: {
            /**
             * Format: int64
             * @description When the last party came as far.
             */
            at?: number | null;
            /** @description `met` once every party is beyond it, the most pressing clock while the matter stands there, else `upcoming`. */
            state: components["schemas"]["State"];
            title: string;
        };
        /**
         * @description What the row and the time say together.
         * @enum {string}
         */
        State: "upcoming" | "open" | "due_soon" | "overdue" | "lapsed" | "met" | "met_late" | "excused" | "withdrawn";
        StateCounts: {
            planned: number;
            runs: number;
            tracked: number;
        };
        /** @description One decision about a record for one obligation, taken or waited for. */
        SubmissionView: {
            /**
             * Format: int64
             * @description Until when a correction keeps the first time.
             */
            correct_until?: number | null;
            /** Format: int64 */
            decided_at?: number | null;
            decided_by?: components["schemas"]["Named"] | null;
            /** Format: int64 */
            due_at: number;
            missing: string[];
            obligation: string;
            /** @description Who decides. */
            party: components["schemas"]["Named"];
            reason?: string | null;
            /**
             * Format: int64
             * @description The time that counts once it is accepted.
             */
            received_at: number;
            record: string;
            /** @description `waiting`, `accepted`, `returned`, `superseded` or `withdrawn`. */
            state: string;
            /** @description `approve` by the holder's own approver, `accept` by the receiver. */
            step: string;
        };
        TagRow: {
            from?: string | null;
            /** @description Code of the reason for which it was derived. */
            reason?: string | null;
            tag: string;
            until?: string | null;
            value?: string | null;
        };
        TakeBack: {
            /** @description Why; the one who was asked reads it. */
            reason: string;
        };
        TakeTransition: {
            reason?: string | null;
            /** @description Record on which the act rests; it must be about this matter. */
            record?: string | null;
            /**
             * Format: int64
             * @description When it was done; absent means now. Clocks look at when it arrives.
             */
            stated_at?: number | null;
        };
        /** @description A party with its own obligation; a patron has none. */
        TaskPartyView: {
            /** @description Whether the task waits for this party. */
            guards: boolean;
            /** @description Members of its roster whom no record names, also after it is done; at most twenty. */
            missing: string[];
            obligation?: components["schemas"]["ObligationRow"] | null;
            party: components["schemas"]["Named"];
            /** @description `lead`, `joint`, `cooperating` or `patron`. */
            role: string;
        };
        /** @description One row of a list of tasks. */
        TaskRow: {
            cooperating: components["schemas"]["Named"][];
            /** @description How far from due. */
            distance: components["schemas"]["Said"];
            /**
             * Format: int64
             * @description Guarding parties that are done, of how many.
             */
            done: number;
            /** Format: int64 */
            due_at: number;
            /**
             * Format: int64
             * @description When the last guarding party was done; absent while the task is open.
             */
            finished_at?: number | null;
            id: string;
            item: string;
            item_title: string;
            joint: components["schemas"]["Named"][];
            leads: components["schemas"]["Named"][];
            /** @description Number in the table that it came from; empty for tasks of the plan itself. */
            number: string;
            /** @description `plan`, `table` or `hand`. */
            origin: string;
            pack: string;
            parent?: string | null;
            patrons: components["schemas"]["Named"][];
            /** @description Why it was reopened. */
            reason?: string | null;
            /** @description A failed evaluation stands. */
            reopened: boolean;
            /** @description `lead`, `leads` or `joint`. */
            shape: string;
            state: components["schemas"]["State"];
            title: string;
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            version: number;
        };
        TaskView: {
            /** @description Acts, and why the caller may not take them now. */
            acts: components["schemas"]["ActView"][];
            /** @description Tasks below it that the caller may see. */
            children: components["schemas"]["TaskRow"][];
            clauses: components["schemas"]["ClauseRef"][];
            distance: components["schemas"]["Said"];
            /**
             * Format: int64
             * @description Guarding parties that are done, of how many.
             */
            done: number;
            /** Format: int64 */
            due_at: number;
            /** @description Latest first. */
            evaluations: components["schemas"]["EvaluationView"][];
            /** Format: int64 */
            finished_at?: number | null;
            /** @description Form by which it is signed off. */
            form: string;
            id: string;
            /** @description Who demands it, in words. */
            issuer: string;
            item: string;
            item_title: string;
            milestones: components["schemas"]["MilestoneView"][];
            number: string;
            /** Format: int64 */
            opened_at: number;
            pack: string;
            parent?: components["schemas"]["Named"] | null;
            /** @description Each party with its own state and clock, those who answer first. */
            parties: components["schemas"]["TaskPartyView"][];
            reason?: string | null;
            /** @description Every record about the task, rejected ones too. */
            records: components["schemas"]["RecordBrief"][];
            reopened: boolean;
            /** @description `lead`, `leads` or `joint`. */
            shape: string;
            state: components["schemas"]["State"];
            timeline: components["schemas"]["Event"][];
            title: string;
            title_en: string;
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            version: number;
        };
        TextClause: {
            bar: components["schemas"]["Bar"];
            id: string;
            /** Format: int64 */
            late: number;
            no: string;
            /** @description `runs`, `tracked` or `planned`. */
            state: string;
            summary: string;
            summary_en: string;
        };
        TextView: {
            /** Format: int64 */
            as_of: number;
            /** Format: int64 */
            attached_at: number;
            attached_by?: components["schemas"]["Named"] | null;
            /** Format: int64 */
            edition: number;
            pack: string;
            paragraphs: components["schemas"]["ParagraphView"][];
            title: string;
            /** @description Clauses that stand in no paragraph. */
            untied: components["schemas"]["TextClause"][];
        };
        TieParagraph: {
            /** @description Ids of the clauses that stand in the paragraph. */
            clauses: string[];
        };
        ToConfirm: {
            clause: string;
            name: string;
            value: string;
        };
        Totals: {
            /**
             * Format: int64
             * @description In time or late, but done.
             */
            done: number;
            /** Format: int64 */
            done_late: number;
            /**
             * Format: int64
             * @description Overdue or lapsed.
             */
            late: number;
            /** @description What is missing and past due, by name: subject and action. */
            missing: components["schemas"]["Missing"][];
            period: string;
            /** Format: int64 */
            total: number;
        };
        /** @description One act of one person on the way of a record. */
        TraceStep: {
            /** @description `signed`, `handed_out`, `filed`, `approved`, `accepted` or `returned`. */
            act: string;
            /** Format: int64 */
            at: number;
            body?: components["schemas"]["Named"] | null;
            person: components["schemas"]["Named"];
        };
        TransitionView: {
            /** @description True where that record must carry an attachment. */
            attachment: boolean;
            /** @description Form whose record must come with it. */
            form?: string | null;
            id: string;
            /** @description True where a reason must be given. */
            needs_reason: boolean;
            /** @description Why the caller may not take it; empty when he may. */
            reasons: components["schemas"]["Said"][];
            /** @description Role whose act it is. */
            role: string;
            title: string;
        };
        Tray: {
            /** @description Bodies for which the caller is receiving clerk or leader. */
            bodies: components["schemas"]["Named"][];
            /** @description How much lies in each part, counted up to a thousand. */
            counts: components["schemas"]["TrayCounts"];
            items: components["schemas"]["TrayItem"][];
            next?: string | null;
        };
        TrayCounts: {
            /** Format: int64 */
            awaiting: number;
            /** Format: int64 */
            handed_out: number;
            /** Format: int64 */
            signed: number;
            /** Format: int64 */
            unsigned: number;
        };
        /** @description One thing in the tray. */
        TrayItem: {
            /** @description What was handed out of it, with its own state and clock. */
            children: components["schemas"]["ObligationRow"][];
            /**
             * Format: int64
             * @description Until when the decision is due.
             */
            decide_by?: number | null;
            /** @description The record that waits for a decision, in the part `awaiting`. */
            record?: string | null;
            row: components["schemas"]["ObligationRow"];
        };
        Unbind: {
            /** @description First day on which it no longer holds; today when absent. */
            on?: string | null;
            role: string;
        };
        Undelivered: {
            /** @description The earliest due first. */
            items: components["schemas"]["UndeliveredRow"][];
            /** @description Whether there are more than are listed. */
            more: boolean;
        };
        UndeliveredRow: {
            obligation: components["schemas"]["ObligationRow"];
            person?: components["schemas"]["Named"] | null;
            /**
             * @description `vacant`: nobody answers; `no_account`: nowhere to be reached; `failed`, `unknown` or `queued`: the state of the
             *     last try on another channel.
             */
            why: string;
        };
        Urged: {
            /** @description False where the person was urged today already. */
            sent: boolean;
        };
        UrgedList: {
            items: components["schemas"]["UrgedRow"][];
            passed_over: number;
            /** @description Of the urged, those for which nobody could be told. */
            unreached: number;
            urged: number;
        };
        /** @description What became of the urging, body by body. */
        UrgedRow: {
            body: components["schemas"]["Named"];
            /** @description Urged within the last day already, and therefore not again. */
            passed_over: number;
            person?: components["schemas"]["Named"] | null;
            urged: number;
        };
        /** @description What the ledger looks like when it is read again from its first entry. */
        Verified: {
            /** Format: int64 */
            entries: number;
            /** Format: int64 */
            first_bad?: number | null;
            ok: boolean;
            /** Format: int64 */
            sealed: number;
            /** Format: int64 */
            unsealed: number;
        };
        /** @description What cannot go on without him. */
        Waiting: {
            /** @description Records of his bodies that wait for approval. */
            approvals: components["schemas"]["RecordBrief"][];
            /** Format: int64 */
            count: number;
            /** @description What he owes himself, or in his post. */
            own: components["schemas"]["ObligationRow"][];
        };
        /** @description Tasks by state. */
        WallBar: {
            /** Format: int64 */
            due_soon: number;
            /** Format: int64 */
            lapsed: number;
            /** Format: int64 */
            met: number;
            /** Format: int64 */
            met_late: number;
            /** Format: int64 */
            open: number;
            /** Format: int64 */
            overdue: number;
        };
        WallCell: {
            /**
             * Format: int64
             * @description Of those, how many are in that state.
             */
            as_bad: number;
            /**
             * Format: int64
             * @description Nodes in the month.
             */
            count: number;
            /**
             * Format: int32
             * @description 1 to 12. What falls due before the year stands in 1, what falls due after it in 12.
             */
            month: number;
            /** @description Worst state of the nodes of the month, or `reopened`. */
            state: string;
        };
        WallChart: {
            /** Format: int64 */
            as_of: number;
            counts: components["schemas"]["WallCounts"];
            pack: string;
            /** @description Tasks that a failed evaluation reopened, with the reason. */
            reopened: components["schemas"]["ReopenedTask"][];
            rows: components["schemas"]["WallRow"][];
            title: string;
            /** @description What is overdue, longest first; at most two hundred. */
            worst: components["schemas"]["OverduePart"][];
            /** Format: int32 */
            year: number;
        };
        WallCounts: {
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            done_late: number;
            /**
             * Format: int64
             * @description Of the open ones, those past due.
             */
            late: number;
            /** Format: int64 */
            open: number;
            /**
             * Format: int64
             * @description Of the open ones, those that a failed evaluation reopened.
             */
            reopened: number;
            /** Format: int64 */
            total: number;
        };
        WallRow: {
            bar: components["schemas"]["WallBar"];
            cells: components["schemas"]["WallCell"][];
            cooperating: string[];
            /** Format: int64 */
            done: number;
            /** @description Number of the item, or id of the lead; empty for what stands under none. */
            item: string;
            /** @description Who shares it, where nobody leads. */
            joint?: string | null;
            lead: string[];
            title: string;
            /** Format: int64 */
            total: number;
        };
        Withdrawn: {
            /** @description Unmet obligations that were taken back. */
            taken_back: number;
        };
        Words: {
            after_due: string;
            evidence: string;
            when: string;
            who: string;
        };
        WorstClause: {
            bar: components["schemas"]["Bar"];
            id: string;
            /** Format: int64 */
            late: number;
            no: string;
            pack: string;
            summary: string;
            summary_en: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    accounts_list: {
        parameters: {
            query?: {
                /** @description Key of the page, as the list gave it. */
                after?: string;
                /** @description Rows a page, at most 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_AccountRow"];
                };
            };
        };
    };
    accounts_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddAccount"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimePassword"];
                };
            };
        };
    };
    accounts_reset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimePassword"];
                };
            };
        };
    };
    grants_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddGrant"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    grants_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                grant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    accounts_change_state: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeState"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    areas_list: {
        parameters: {
            query?: {
                /** @description Areas directly below this one; without it those at the top of the caller's reach. */
                parent?: string;
                /** @description Words of the name, pinyin initials, or the beginning of the code. */
                q?: string;
                /** @description `province`, `city`, `county`, `town` or `village`: all areas of the level. */
                level?: string;
                day?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_AreaRow"];
                };
            };
        };
    };
    areas_show: {
        parameters: {
            query?: {
                day?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaView"];
                };
            };
        };
    };
    attachments_store: {
        parameters: {
            query?: {
                /** @description File name as people know it. */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attached"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    attachments_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    calendar_get: {
        parameters: {
            query?: {
                /** @description First day; absent: the first of this month. */
                from?: string;
                /** @description Last day; absent: the last of the first day's month. */
                to?: string;
                /** @description Day whose rows are wanted, too. */
                day?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    census_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CensusBrief"][];
                };
            };
        };
    };
    census_get: {
        parameters: {
            query?: {
                /** @description The month, `2023-02`; absent: the month of today. */
                period?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                duty: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CensusView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    channels_receipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Receipt"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    circulars_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CircularBrief"][];
                };
            };
        };
    };
    circulars_get: {
        parameters: {
            query?: {
                /** @description Label of the period that it reports, `2022Q2` or `2022-05`; absent: the period of today. */
                period?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CircularView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    advance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Advance"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advanced"];
                };
            };
        };
    };
    collections_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_CollectionRow"];
                };
            };
        };
    };
    collections_issue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueCollection"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedCollection"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    collections_fill: {
        parameters: {
            query?: {
                /** @description Clause id; every definition that realises it. */
                clause?: string;
                definition?: string;
                holder?: string;
                subject?: string;
                period?: string;
                /**
                 * @description What was handed out of this obligation. Without it, and without a holder, handed-out parts are left out: they
                 *     show under their parent.
                 */
                parent?: string;
                /** @description `open` (not ended), `late` (past grace and not ended), `met`, or `all`; default `open`. */
                state?: string;
                after?: string;
                limit?: number;
                /** @description `false` leaves the count out, which is faster. */
                count?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    collections_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    collections_return: {
        parameters: {
            query?: {
                /** @description File name as people know it; it stays with the records as that of their original. */
                name?: string;
                /** @description The body from which the sheet came, where somebody else hands it in. */
                body?: string;
                /** @description `true`: rows that are right are filed although others are wrong. Otherwise nothing is. */
                good_rows_only?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnReport"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    collections_sheets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    collections_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sheet: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    documents_list: {
        parameters: {
            query?: {
                /** @description Key of the page, as the list gave it. */
                after?: string;
                /** @description Rows a page, at most 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_DocumentRow"];
                };
            };
        };
    };
    documents_issue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueDocument"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    documents_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    draws_definitions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawBrief"][];
                };
            };
        };
    };
    draws_list: {
        parameters: {
            query?: {
                /** @description Label of the period, `2022-08-01`; absent: the latest thirty. */
                period?: string;
            };
            header?: never;
            path: {
                definition: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawView"][];
                };
            };
        };
    };
    events_list: {
        parameters: {
            query?: {
                /** @description Key of the page, as the list gave it. */
                after?: string;
                /** @description Rows a page, at most 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Events"];
                };
            };
        };
    };
    events_enter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEvent"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entered"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    events_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Withdrawn"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    forms_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    history: {
        parameters: {
            query?: {
                /** @description Key of the page, as the list gave it. */
                after?: string;
                /** @description Rows a page, at most 200. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the thing */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_LedgerEntry"];
                };
            };
        };
    };
    import: {
        parameters: {
            query?: {
                /** @description Checks everything and keeps nothing. */
                dry_run?: boolean;
                /** @description File name as people know it. */
                name?: string;
            };
            header?: never;
            path: {
                /** @description areas, orgs, groups, posts, persons, sites, capacities, tasks */
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
        };
    };
    inbox: {
        parameters: {
            query?: {
                /** @description `todo` (default), `done`, `copied` or `started`. */
                tab?: string;
                /** @description `person` (default: all parties as which one may act) or `body` (bodies of one's posts only). */
                mine?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbox"];
                };
            };
        };
    };
    show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
        };
    };
    instructions_list: {
        parameters: {
            query?: {
                /** @description `task`, `matter`, `obligation`, `record`, `clause` or `figure`. */
                on_kind?: string;
                on_id?: string;
                holder?: string;
                /** @description Person whose wish it is. */
                wished_by?: string;
                /** @description `open` (not confirmed yet) or `all` (default). */
                state?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_InstructionView"];
                };
            };
        };
    };
    instructions_give: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveInstruction"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstructionView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    instructions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstructionView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    instructions_scan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    jobs_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_JobView"];
                };
            };
        };
    };
    jobs_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    jobs_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    key_periods_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPeriods"];
                };
            };
        };
    };
    key_periods_enter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKeyPeriod"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPeriodView"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    key_periods_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Withdrawn"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    leader_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaderView"];
                };
            };
        };
    };
    ledger_list: {
        parameters: {
            query?: {
                /** @description Id of the thing that was written about. */
                subject?: string;
                /** @description Key of the page, as the list gave it. */
                after?: string;
                /** @description Rows a page, at most 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_LedgerEntry"];
                };
            };
        };
    };
    verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verified"];
                };
            };
        };
    };
    lifecycles_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifecycleView"][];
                };
            };
        };
    };
    matrices_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatrixBrief"][];
                };
            };
        };
    };
    matrices_get: {
        parameters: {
            query?: {
                /** @description Year of the periods; absent: the year of today. */
                year?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatrixView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    matrices_cell: {
        parameters: {
            query: {
                subject: string;
                definition: string;
                /** @description Period of the column. */
                period: string;
                year?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationRow"][];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    matters_list: {
        parameters: {
            query?: {
                /** @description `open`, `late` (open, and some party is past due), `closed` or `all`; default `open`. */
                state?: string;
                lifecycle?: string;
                site?: string;
                /** @description Party that answers in whatever role. */
                party?: string;
                source?: string;
                /** @description `general` or `major`. */
                grade?: string;
                /** @description Words of the title or the number. */
                q?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_MatterRow"];
                };
            };
        };
    };
    matters_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenMatter"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedMatter"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    matters_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatterView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    matters_transition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeTransition"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatterView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    me_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Preferences"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    contact_own: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
        };
    };
    contact_set_own: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Contact"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    messages_list: {
        parameters: {
            query?: {
                /** @description Key of the page, as the list gave it. */
                after?: string;
                /** @description Rows a page, at most 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Messages"];
                };
            };
        };
    };
    messages_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    my_items: {
        parameters: {
            query?: {
                /**
                 * @description `person`: what is given to the person or his posts; `body`: what his bodies answer for or take part in. Absent:
                 *     the person's, or where he has none his bodies'.
                 */
                mine?: string;
                pack?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_TaskRow"];
                };
            };
        };
    };
    obligations_list: {
        parameters: {
            query?: {
                /** @description Clause id; every definition that realises it. */
                clause?: string;
                definition?: string;
                holder?: string;
                subject?: string;
                period?: string;
                /**
                 * @description What was handed out of this obligation. Without it, and without a holder, handed-out parts are left out: they
                 *     show under their parent.
                 */
                parent?: string;
                /** @description `open` (not ended), `late` (past grace and not ended), `met`, or `all`; default `open`. */
                state?: string;
                after?: string;
                limit?: number;
                /** @description `false` leaves the count out, which is faster. */
                count?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_ObligationRow"];
                };
            };
        };
    };
    obligations_sign_many: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignMany"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOne"][];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    obligations_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    obligations_deliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"][];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    obligations_excuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Excuse"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    obligations_hand_out: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOutTo"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationRow"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    obligations_near: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Near"][];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    obligations_sign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signed"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    obligations_urge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Urged"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    obligations_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeBack"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orgs_list: {
        parameters: {
            query?: {
                /** @description Words of the name or an alias, or pinyin initials. */
                q?: string;
                /** @description Kind or further identity. */
                kind?: string;
                sector?: string;
                /** @description Bodies in this area, at whatever depth. */
                area?: string;
                superior?: string;
                day?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_OrgRow"];
                };
            };
        };
    };
    orgs_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddOrg"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
        };
    };
    orgs_show: {
        parameters: {
            query?: {
                day?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgView"];
                };
            };
        };
    };
    orgs_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeOrg"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
        };
    };
    members_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddMember"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    members_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                member: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    owing_list: {
        parameters: {
            query?: {
                /** @description Pack of the plan. */
                plan?: string;
                /** @description Clause id; every definition that realises it. */
                clause?: string;
                definition?: string;
                period?: string;
                /** @description An area; everything within it. */
                area?: string;
                /** @description A holder: one body, post or person. */
                holder?: string;
                /** @description `open` (default): everything that is owed now; `late`: what is past due and grace. */
                state?: string;
                /** @description Key of the page, as the list gave it. */
                after?: string;
                /** @description Rows a page, at most 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwingList"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    owing_text: {
        parameters: {
            query?: {
                /** @description Pack of the plan. */
                plan?: string;
                /** @description Clause id; every definition that realises it. */
                clause?: string;
                definition?: string;
                period?: string;
                /** @description An area; everything within it. */
                area?: string;
                /** @description A holder: one body, post or person. */
                holder?: string;
                /** @description `open` (default): everything that is owed now; `late`: what is past due and grace. */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": unknown;
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    owing_urge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Filter"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UrgedList"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    packs_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackBrief"][];
                };
            };
        };
    };
    packs_get: {
        parameters: {
            query?: {
                /** @description Words that a clause or definition holds, in its id, title, summary or sentences. */
                q?: string;
                /** @description Only this table of the pack: `clause`, `duty`, `task`, `form` … */
                table?: string;
            };
            header?: never;
            path: {
                pack: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    packs_activate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pack: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivatePack"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivationView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    packs_confirm_parameters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pack: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmParameters"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmedView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    packs_preview: {
        parameters: {
            query?: {
                /** @description The day; absent: today. */
                on?: string;
                /** @description Records a month above which a holder is named. */
                limit?: number;
            };
            header?: never;
            path: {
                pack: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    persons_list: {
        parameters: {
            query?: {
                /** @description Words of the name, or pinyin initials. */
                q?: string;
                /** @description Main body. */
                org?: string;
                area?: string;
                day?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_PersonRow"];
                };
            };
        };
    };
    persons_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPerson"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
        };
    };
    persons_show: {
        parameters: {
            query?: {
                day?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    persons_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePerson"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
        };
    };
    contact_of_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    contact_set_of_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Contact"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    plans_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanBrief"][];
                };
            };
        };
    };
    plans_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pack: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    plans_clause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pack: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClauseChain"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    plans_text: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pack: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    plans_attach_text: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pack: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttachText"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    plans_tie_text: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pack: string;
                place: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TieParagraph"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    posts_list: {
        parameters: {
            query?: {
                org?: string;
                title?: string;
                area?: string;
                /** @description Only posts that nobody holds. */
                vacant?: boolean;
                day?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_PostRow"];
                };
            };
        };
    };
    posts_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPost"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
        };
    };
    posts_show: {
        parameters: {
            query?: {
                day?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostView"];
                };
            };
        };
    };
    posts_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePost"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
        };
    };
    holders_appoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Appoint"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    holders_relieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Relieve"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    records_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    records_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileRecord"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiledView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    records_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptRecord"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    records_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovedView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    records_contest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Contesting"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contested"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    records_return: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnRecord"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnedView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    records_settle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Settling"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contested"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    records_way: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordWay"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    registers_get: {
        parameters: {
            query?: {
                /** @description Definition whose obligations the register lists; absent: all. */
                definition?: string;
            };
            header?: never;
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationRow"][];
                };
            };
        };
    };
    roles_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_RoleName"];
                };
            };
        };
    };
    search: {
        parameters: {
            query?: {
                /** @description Two characters are enough; pinyin initials, numbers and the beginning of a code are found too. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found"];
                };
            };
        };
    };
    session_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
        };
    };
    session_close: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    session_change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    sites_list: {
        parameters: {
            query?: {
                /** @description Words of the name, or pinyin initials. */
                q?: string;
                kind?: string;
                /** @description Sites that bear the tag on the day. */
                tag?: string;
                sector?: string;
                /** @description The body that runs them. */
                org?: string;
                area?: string;
                parent?: string;
                /** @description Sites for which nobody answers in this role on the day: the gaps of a table of links. */
                without?: string;
                day?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_SiteRow"];
                };
            };
        };
    };
    sites_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddSite"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
        };
    };
    sites_show: {
        parameters: {
            query?: {
                day?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteView"];
                };
            };
        };
    };
    sites_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSite"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
        };
    };
    capacities_bind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Bind"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    capacities_unbind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Unbind"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    tags_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTags"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    tasks_list: {
        parameters: {
            query?: {
                pack?: string;
                /** @description Number of an item of the plan. */
                item?: string;
                clause?: string;
                /** @description Task above. */
                parent?: string;
                /** @description Body that leads, or shares where nobody leads. */
                lead?: string;
                /** @description Month in which the task or a milestone of it falls due: `2022-08`, or `8` of the plan's year. */
                month?: string;
                /** @description `open`, `met`, `late` (open past due), `reopened` or `all` (default). */
                state?: string;
                /** @description Only what is late: overdue, or finished late. */
                late?: boolean;
                /** @description `plan`, `table` or `hand`. */
                origin?: string;
                /** @description Key of the page, as the list gave it. */
                after?: string;
                /** @description Rows a page, at most 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_TaskRow"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    tasks_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTask"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    tasks_export: {
        parameters: {
            query?: {
                pack?: string;
                /** @description Number of an item of the plan. */
                item?: string;
                clause?: string;
                /** @description Task above. */
                parent?: string;
                /** @description Body that leads, or shares where nobody leads. */
                lead?: string;
                /** @description Month in which the task or a milestone of it falls due: `2022-08`, or `8` of the plan's year. */
                month?: string;
                /** @description `open`, `met`, `late` (open past due), `reopened` or `all` (default). */
                state?: string;
                /** @description Only what is late: overdue, or finished late. */
                late?: boolean;
                /** @description `plan`, `table` or `hand`. */
                origin?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    tasks_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    tasks_evaluate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Evaluate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluated"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    tray: {
        parameters: {
            query?: {
                /**
                 * @description `unsigned` (default), `signed` (and not handed out), `handed_out` or `awaiting` (somebody waits for the body's
                 *     approval or acceptance).
                 */
                part?: string;
                /** @description One body of several. */
                body?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tray"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    undelivered_list: {
        parameters: {
            query?: {
                /** @description Pack of the plan. */
                plan?: string;
                /** @description Clause id; every definition that realises it. */
                clause?: string;
                definition?: string;
                period?: string;
                /** @description An area; everything within it. */
                area?: string;
                /** @description A holder: one body, post or person. */
                holder?: string;
                /** @description `open` (default): everything that is owed now; `late`: what is past due and grace. */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Undelivered"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    wall_chart: {
        parameters: {
            query?: {
                /** @description The plan; absent: the latest of which the caller sees tasks. */
                plan?: string;
                /** @description `item` (default) or `lead`. */
                by?: string;
                /** @description Only tasks below this one. */
                parent?: string;
                clause?: string;
                item?: string;
                lead?: string;
                /** @description `plan`, `table` or `hand`. */
                origin?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WallChart"];
                };
            };
        };
    };
}
