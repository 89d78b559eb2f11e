-- How samples are invited. An invitation knows a person and whether the personal link was used; a message keeps neither text nor link.
CREATE TABLE "InvitationPlans" (
    "Id" uuid NOT NULL,
    "WaveId" uuid NOT NULL,
    "SampleId" uuid NOT NULL,
    "Terms" text NOT NULL,
    "Texts" text NOT NULL,
    "Rounds" text NOT NULL,
    "Resends" text NOT NULL,
    "MadeBy" character varying(256) NOT NULL,
    "MadeAtUtc" timestamp with time zone NOT NULL,
    "ScheduledAtUtc" timestamp with time zone,
    "ScheduledBy" character varying(256),
    "StoppedAtUtc" timestamp with time zone,
    "StoppedBy" character varying(256),
    "Version" integer NOT NULL,
    CONSTRAINT "PK_InvitationPlans" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_InvitationPlans_Samples_SampleId" FOREIGN KEY ("SampleId") REFERENCES "Samples" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_InvitationPlans_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_InvitationPlans_SampleId" ON "InvitationPlans" ("SampleId");

CREATE UNIQUE INDEX "IX_InvitationPlans_WaveId" ON "InvitationPlans" ("WaveId");

CREATE TABLE "Invitations" (
    "Id" uuid NOT NULL,
    "PlanId" uuid NOT NULL,
    "PersonId" uuid,
    "Done" boolean NOT NULL,
    CONSTRAINT "PK_Invitations" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Invitations_FramePeople_PersonId" FOREIGN KEY ("PersonId") REFERENCES "FramePeople" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Invitations_InvitationPlans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "InvitationPlans" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Invitations_PersonId" ON "Invitations" ("PersonId");

CREATE UNIQUE INDEX "IX_Invitations_PlanId_PersonId" ON "Invitations" ("PlanId", "PersonId");

CREATE TABLE "InvitationMails" (
    "Id" uuid NOT NULL,
    "InvitationId" uuid NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Number" integer NOT NULL,
    "Again" integer NOT NULL,
    "State" character varying(40) NOT NULL,
    "DueAtUtc" timestamp with time zone NOT NULL,
    "Attempts" integer NOT NULL,
    "Code" integer,
    "ClaimedUntilUtc" timestamp with time zone,
    "SettledOn" date,
    "LinkDigest" character varying(32),
    CONSTRAINT "PK_InvitationMails" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_InvitationMails_Invitations_InvitationId" FOREIGN KEY ("InvitationId") REFERENCES "Invitations" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_InvitationMails_InvitationId_Kind_Number_Again" ON "InvitationMails" ("InvitationId", "Kind", "Number", "Again");

CREATE INDEX "IX_InvitationMails_LinkDigest" ON "InvitationMails" ("LinkDigest");

CREATE INDEX "IX_InvitationMails_State_DueAtUtc" ON "InvitationMails" ("State", "DueAtUtc");
