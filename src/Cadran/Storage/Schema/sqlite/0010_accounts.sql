-- Accounts: closed ones, sessions, passkeys. A lock after failures is gone: limits are kept per browser and address, in memory.
ALTER TABLE "Users" ADD "DisabledAtUtc" TEXT NULL;

UPDATE "Users" SET "LockoutEnd" = NULL, "LockoutEnabled" = 0;

CREATE TABLE "UserSessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_UserSessions" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Device" TEXT NOT NULL,
    "StartedAtUtc" TEXT NOT NULL,
    "SeenAtUtc" TEXT NOT NULL,
    CONSTRAINT "FK_UserSessions_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "UserPasskeys" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_UserPasskeys" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_UserPasskeys_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_UserPasskeys_UserId" ON "UserPasskeys" ("UserId");

CREATE INDEX "IX_UserSessions_UserId" ON "UserSessions" ("UserId");

-- Open waves: online answers that do not count, and how fast answers come.
ALTER TABLE "Waves" ADD "SetAside" TEXT NOT NULL DEFAULT '[]';

CREATE TABLE "WavePaces" (
    "WaveId" TEXT NOT NULL CONSTRAINT "PK_WavePaces" PRIMARY KEY,
    "LookedAtUtc" TEXT NOT NULL,
    "Answers" INTEGER NOT NULL,
    "Most" INTEGER NOT NULL,
    "Burst" INTEGER NULL,
    "BurstAtUtc" TEXT NULL,
    CONSTRAINT "FK_WavePaces_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
);
