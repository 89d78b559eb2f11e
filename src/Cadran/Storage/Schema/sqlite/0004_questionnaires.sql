CREATE TABLE "Questionnaires" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Questionnaires" PRIMARY KEY,
    "ServiceId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Draft" TEXT NOT NULL,
    "OwnItemsReason" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    "Undoable" TEXT NULL,
    CONSTRAINT "FK_Questionnaires_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "QuestionnaireVersions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_QuestionnaireVersions" PRIMARY KEY,
    "QuestionnaireId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Content" TEXT NOT NULL,
    "PublishedAtUtc" TEXT NOT NULL,
    "OwnItemsReason" TEXT NULL,
    CONSTRAINT "FK_QuestionnaireVersions_Questionnaires_QuestionnaireId" FOREIGN KEY ("QuestionnaireId") REFERENCES "Questionnaires" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Questionnaires_ServiceId" ON "Questionnaires" ("ServiceId");

CREATE UNIQUE INDEX "IX_QuestionnaireVersions_QuestionnaireId_Number" ON "QuestionnaireVersions" ("QuestionnaireId", "Number");
