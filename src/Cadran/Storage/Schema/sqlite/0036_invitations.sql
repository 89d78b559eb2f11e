-- How samples are invited. An invitation knows a person and whether the personal link was used; a message keeps neither text nor link.
CREATE TABLE "InvitationPlans" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_InvitationPlans" PRIMARY KEY,
    "WaveId" TEXT NOT NULL,
    "SampleId" TEXT NOT NULL,
    "Terms" TEXT NOT NULL,
    "Texts" TEXT NOT NULL,
    "Rounds" TEXT NOT NULL,
    "Resends" TEXT NOT NULL,
    "MadeBy" TEXT NOT NULL,
    "MadeAtUtc" TEXT NOT NULL,
    "ScheduledAtUtc" TEXT NULL,
    "ScheduledBy" TEXT NULL,
    "StoppedAtUtc" TEXT NULL,
    "StoppedBy" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_InvitationPlans_Samples_SampleId" FOREIGN KEY ("SampleId") REFERENCES "Samples" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_InvitationPlans_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_InvitationPlans_SampleId" ON "InvitationPlans" ("SampleId");

CREATE UNIQUE INDEX "IX_InvitationPlans_WaveId" ON "InvitationPlans" ("WaveId");

CREATE TABLE "Invitations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Invitations" PRIMARY KEY,
    "PlanId" TEXT NOT NULL,
    "PersonId" TEXT NULL,
    "Done" INTEGER NOT NULL,
    CONSTRAINT "FK_Invitations_FramePeople_PersonId" FOREIGN KEY ("PersonId") REFERENCES "FramePeople" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Invitations_InvitationPlans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "InvitationPlans" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Invitations_PersonId" ON "Invitations" ("PersonId");

CREATE UNIQUE INDEX "IX_Invitations_PlanId_PersonId" ON "Invitations" ("PlanId", "PersonId");

CREATE TABLE "InvitationMails" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_InvitationMails" PRIMARY KEY,
    "InvitationId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Again" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "DueAtUtc" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "Code" INTEGER NULL,
    "ClaimedUntilUtc" TEXT NULL,
    "SettledOn" TEXT NULL,
    "LinkDigest" TEXT NULL,
    CONSTRAINT "FK_InvitationMails_Invitations_InvitationId" FOREIGN KEY ("InvitationId") REFERENCES "Invitations" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_InvitationMails_InvitationId_Kind_Number_Again" ON "InvitationMails" ("InvitationId", "Kind", "Number", "Again");

CREATE INDEX "IX_InvitationMails_LinkDigest" ON "InvitationMails" ("LinkDigest");

CREATE INDEX "IX_InvitationMails_State_DueAtUtc" ON "InvitationMails" ("State", "DueAtUtc");
