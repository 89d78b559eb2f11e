-- Boxes for ideas of staff, what came, what was answered, and who supports what.
CREATE TABLE "IdeaBoxes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_IdeaBoxes" PRIMARY KEY,
    "OrganisationId" TEXT NOT NULL,
    "ServiceId" TEXT NULL,
    "Slug" TEXT NOT NULL,
    "AnswerDays" INTEGER NOT NULL,
    "OpenedBy" TEXT NOT NULL,
    "OpenedAtUtc" TEXT NOT NULL,
    "ClosedBy" TEXT NULL,
    "ClosedAtUtc" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_IdeaBoxes_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_IdeaBoxes_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_IdeaBoxes_Slug" ON "IdeaBoxes" ("Slug");

CREATE INDEX "IX_IdeaBoxes_OrganisationId" ON "IdeaBoxes" ("OrganisationId");

CREATE INDEX "IX_IdeaBoxes_ServiceId" ON "IdeaBoxes" ("ServiceId");

CREATE TABLE "Ideas" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Ideas" PRIMARY KEY,
    "BoxId" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "Author" TEXT NULL,
    "ReceivedOn" TEXT NOT NULL,
    "AnswerBy" TEXT NOT NULL,
    "Receipt" TEXT NOT NULL,
    CONSTRAINT "FK_Ideas_IdeaBoxes_BoxId" FOREIGN KEY ("BoxId") REFERENCES "IdeaBoxes" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_Ideas_Receipt" ON "Ideas" ("Receipt");

CREATE INDEX "IX_Ideas_BoxId" ON "Ideas" ("BoxId");

CREATE TABLE "IdeaAnswers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_IdeaAnswers" PRIMARY KEY,
    "IdeaId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Outcome" TEXT NOT NULL,
    "Reason_De" TEXT NOT NULL,
    "Reason_En" TEXT NOT NULL,
    "Reason_Fr" TEXT NOT NULL,
    "Reason_Nl" TEXT NOT NULL,
    "On" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "AtUtc" TEXT NOT NULL,
    CONSTRAINT "FK_IdeaAnswers_Ideas_IdeaId" FOREIGN KEY ("IdeaId") REFERENCES "Ideas" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_IdeaAnswers_IdeaId_Number" ON "IdeaAnswers" ("IdeaId", "Number");

CREATE TABLE "IdeaComments" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_IdeaComments" PRIMARY KEY,
    "IdeaId" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "AtUtc" TEXT NOT NULL,
    CONSTRAINT "FK_IdeaComments_Ideas_IdeaId" FOREIGN KEY ("IdeaId") REFERENCES "Ideas" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_IdeaComments_IdeaId" ON "IdeaComments" ("IdeaId");

CREATE TABLE "IdeaVotes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_IdeaVotes" PRIMARY KEY,
    "IdeaId" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "AtUtc" TEXT NOT NULL,
    CONSTRAINT "FK_IdeaVotes_Ideas_IdeaId" FOREIGN KEY ("IdeaId") REFERENCES "Ideas" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_IdeaVotes_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_IdeaVotes_IdeaId_UserId" ON "IdeaVotes" ("IdeaId", "UserId");

CREATE INDEX "IX_IdeaVotes_UserId" ON "IdeaVotes" ("UserId");
