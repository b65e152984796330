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
        /** An attachment of a record that the caller may see. */
        get: operations["attachments_get"];
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
    "/plans/{pack}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a pack in force from now on: its duties open by themselves, its tasks are issued.
         *     Twice changes nothing.
         */
        post: operations["plans_activate"];
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
    "/records/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves a record of one's own body. Nobody approves what he filed. From here on it counts where approval is asked. */
        post: operations["records_approve"];
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
            definition: string;
            distance: components["schemas"]["Said"];
            /** Format: int64 */
            due_at: number;
            /**
             * Format: int64
             * @description When it was met.
             */
            met_at?: number | null;
            obligation: string;
            period: string;
            state: components["schemas"]["State"];
            subject: string;
        };
        /** @description Only the members that are present change. */
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
        /** @description Only the members that are present change. */
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
        /** @description Only the members that are present change. */
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
        Choice: {
            code: string;
            label: string;
            label_en: string;
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
            /** Format: double */
            lat?: number | null;
            /** Format: double */
            lng?: number | null;
            /** @description Obligation from which the form was opened: its subject and period are taken over. */
            obligation?: string | null;
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
            /** @description Every obligation that the record counts for, across packs and levels. */
            counts_for: string[];
            id: string;
            /** @description False when the same record had arrived before. */
            new: boolean;
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
                /** @description Verb that the caller may take: `sign`, `file`, `act`; absent where there is none. */
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
                period: string;
                person?: components["schemas"]["Named"] | null;
                progress: components["schemas"]["ProgressView"];
                reason?: string | null;
                /** Format: int64 */
                revision: number;
                /** Format: int64 */
                signed_at?: number | null;
                source?: string | null;
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
        /** @description Anything with a name. */
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
        /** @description One row of any list of obligations. */
        ObligationRow: {
            /** @description Verb that the caller may take: `sign`, `file`, `act`; absent where there is none. */
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
            period: string;
            person?: components["schemas"]["Named"] | null;
            progress: components["schemas"]["ProgressView"];
            reason?: string | null;
            /** Format: int64 */
            revision: number;
            /** Format: int64 */
            signed_at?: number | null;
            source?: string | null;
            state: components["schemas"]["State"];
            subject: components["schemas"]["Named"];
            title: string;
        };
        ObligationView: {
            assignees: components["schemas"]["AssigneeView"][];
            members: components["schemas"]["MemberView"][];
            records: components["schemas"]["RecordBrief"][];
            row: components["schemas"]["ObligationRow"];
            /** @description What counts, in words: who, when, evidence, after due. */
            words: components["schemas"]["Words"];
        };
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
        /** @description The part of one party that is overdue. */
        OverduePart: {
            distance: components["schemas"]["Said"];
            holder: string;
            id: string;
            number: string;
            obligation: string;
            title: string;
        };
        ParameterView: {
            /** @description A default that an administrator has yet to confirm. */
            assumed: boolean;
            name: string;
            value: string;
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
        };
        RecordView: {
            /** Format: int64 */
            approved_at?: number | null;
            approved_by_name?: string | null;
            attachments: components["schemas"]["AttachmentView"][];
            body: string;
            body_name: string;
            /** @description Obligations for which it counts. */
            counts_for: string[];
            /** @description Day whose period it answers for. */
            covers: string;
            filed_by: string;
            filed_by_name: string;
            form: string;
            /** Format: int32 */
            form_version: number;
            id: string;
            /** @description Names of the parties and sites that the values refer to. */
            names: {
                [key: string]: string;
            };
            /** Format: int64 */
            received_at: number;
            /** Format: int64 */
            revision: number;
            /** @description `filed`, `approved`, `superseded` or `rejected`. */
            state: string;
            /** Format: int64 */
            stated_at: number;
            supersedes?: string | null;
            title: string;
            values: Record<string, unknown>;
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
        /** @description A reason as code and parameters; the catalogue has its text. */
        Said: {
            code: string;
            params: {
                [key: string]: string;
            };
        };
        SetTags: {
            /** @description All plain tags that the site bears from today on. */
            tags: string[];
        };
        SignIn: {
            account: string;
            password: string;
        };
        Signed: {
            /** Format: int64 */
            signed_at: number;
        };
        SignedIn: {
            /** @description The password was given out once: nothing else works until it is changed. */
            must_change: boolean;
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
        TagRow: {
            from?: string | null;
            /** @description Code of the reason for which it was derived. */
            reason?: string | null;
            tag: string;
            until?: string | null;
            value?: string | null;
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
        Unbind: {
            /** @description First day on which it no longer holds; today when absent. */
            on?: string | null;
            role: string;
        };
        Urged: {
            /** @description False where the person was urged today already. */
            sent: boolean;
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
        Words: {
            after_due: string;
            evidence: string;
            when: string;
            who: string;
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
                after?: string | null;
                /** @description Rows a page, at most 200. */
                limit?: number | null;
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
                parent?: string | null;
                /** @description Words of the name, pinyin initials, or the beginning of the code. */
                q?: string | null;
                /** @description `province`, `city`, `county`, `town` or `village`: all areas of the level. */
                level?: string | null;
                day?: string | null;
                after?: string | null;
                limit?: number | null;
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
                day?: string | null;
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
                name?: string | null;
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
    circulars_get: {
        parameters: {
            query?: {
                /** @description Label of the period that it reports, `2022Q2` or `2022-05`; absent: the period of today. */
                period?: string | null;
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
    documents_list: {
        parameters: {
            query?: {
                /** @description Key of the page, as the list gave it. */
                after?: string | null;
                /** @description Rows a page, at most 200. */
                limit?: number | null;
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
    draws_list: {
        parameters: {
            query?: {
                /** @description Label of the period, `2022-08-01`; absent: the latest thirty. */
                period?: string | null;
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
                after?: string | null;
                /** @description Rows a page, at most 200. */
                limit?: number | null;
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
                name?: string | null;
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
                tab?: string | null;
                /** @description `person` (default: all parties as which one may act) or `body` (bodies of one's posts only). */
                mine?: string | null;
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
    ledger_list: {
        parameters: {
            query?: {
                /** @description Id of the thing that was written about. */
                subject?: string | null;
                /** @description Key of the page, as the list gave it. */
                after?: string | null;
                /** @description Rows a page, at most 200. */
                limit?: number | null;
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
                year?: number | null;
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
    matters_list: {
        parameters: {
            query?: {
                /** @description `open`, `late` (open, and some party is past due), `closed` or `all`; default `open`. */
                state?: string | null;
                lifecycle?: string | null;
                site?: string | null;
                /** @description Party that answers in whatever role. */
                party?: string | null;
                source?: string | null;
                /** @description `general` or `major`. */
                grade?: string | null;
                /** @description Words of the title or the number. */
                q?: string | null;
                after?: string | null;
                limit?: number | null;
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
    messages_list: {
        parameters: {
            query?: {
                /** @description Key of the page, as the list gave it. */
                after?: string | null;
                /** @description Rows a page, at most 200. */
                limit?: number | null;
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
                mine?: string | null;
                pack?: string | null;
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
                clause?: string | null;
                definition?: string | null;
                holder?: string | null;
                subject?: string | null;
                period?: string | null;
                /** @description `open` (not ended), `late` (past grace and not ended), `met`, or `all`; default `open`. */
                state?: string | null;
                after?: string | null;
                limit?: number | null;
                /** @description `false` leaves the count out, which is faster. */
                count?: boolean | null;
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
    orgs_list: {
        parameters: {
            query?: {
                /** @description Words of the name or an alias, or pinyin initials. */
                q?: string | null;
                /** @description Kind or further identity. */
                kind?: string | null;
                sector?: string | null;
                /** @description Bodies in this area, at whatever depth. */
                area?: string | null;
                superior?: string | null;
                day?: string | null;
                after?: string | null;
                limit?: number | null;
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
                day?: string | null;
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
    persons_list: {
        parameters: {
            query?: {
                /** @description Words of the name, or pinyin initials. */
                q?: string | null;
                /** @description Main body. */
                org?: string | null;
                area?: string | null;
                day?: string | null;
                after?: string | null;
                limit?: number | null;
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
                day?: string | null;
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
    plans_activate: {
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
    posts_list: {
        parameters: {
            query?: {
                org?: string | null;
                title?: string | null;
                area?: string | null;
                /** @description Only posts that nobody holds. */
                vacant?: boolean;
                day?: string | null;
                after?: string | null;
                limit?: number | null;
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
                day?: string | null;
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
    registers_get: {
        parameters: {
            query?: {
                /** @description Definition whose obligations the register lists; absent: all. */
                definition?: string | null;
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
                q?: string | null;
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
                q?: string | null;
                kind?: string | null;
                /** @description Sites that bear the tag on the day. */
                tag?: string | null;
                sector?: string | null;
                /** @description The body that runs them. */
                org?: string | null;
                area?: string | null;
                parent?: string | null;
                day?: string | null;
                after?: string | null;
                limit?: number | null;
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
                day?: string | null;
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
                pack?: string | null;
                /** @description Number of an item of the plan. */
                item?: string | null;
                clause?: string | null;
                /** @description Task above. */
                parent?: string | null;
                /** @description Body that leads, or shares where nobody leads. */
                lead?: string | null;
                /** @description Month in which the task or a milestone of it falls due: `2022-08`, or `8` of the plan's year. */
                month?: string | null;
                /** @description `open`, `met`, `late` (open past due), `reopened` or `all` (default). */
                state?: string | null;
                /** @description Only what is late: overdue, or finished late. */
                late?: boolean | null;
                /** @description `plan`, `table` or `hand`. */
                origin?: string | null;
                /** @description Key of the page, as the list gave it. */
                after?: string | null;
                /** @description Rows a page, at most 200. */
                limit?: number | null;
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
                pack?: string | null;
                /** @description Number of an item of the plan. */
                item?: string | null;
                clause?: string | null;
                /** @description Task above. */
                parent?: string | null;
                /** @description Body that leads, or shares where nobody leads. */
                lead?: string | null;
                /** @description Month in which the task or a milestone of it falls due: `2022-08`, or `8` of the plan's year. */
                month?: string | null;
                /** @description `open`, `met`, `late` (open past due), `reopened` or `all` (default). */
                state?: string | null;
                /** @description Only what is late: overdue, or finished late. */
                late?: boolean | null;
                /** @description `plan`, `table` or `hand`. */
                origin?: string | null;
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
    wall_chart: {
        parameters: {
            query?: {
                /** @description The plan; absent: the latest of which the caller sees tasks. */
                plan?: string | null;
                /** @description `item` (default) or `lead`. */
                by?: string | null;
                /** @description Only tasks below this one. */
                parent?: string | null;
                clause?: string | null;
                item?: string | null;
                lead?: string | null;
                /** @description `plan`, `table` or `hand`. */
                origin?: string | null;
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
