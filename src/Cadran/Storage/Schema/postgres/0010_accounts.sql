-- Accounts: closed ones, sessions, passkeys. A lock after failures is gone: limits are kept per browser and address, in memory.
ALTER TABLE "Users" ADD "DisabledAtUtc" timestamp with time zone;

UPDATE "Users" SET "LockoutEnd" = NULL, "LockoutEnabled" = false;

CREATE TABLE "UserSessions" (
    "Id" uuid NOT NULL,
    "UserId" uuid NOT NULL,
    "Device" character varying(80) NOT NULL,
    "StartedAtUtc" timestamp with time zone NOT NULL,
    "SeenAtUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_UserSessions" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_UserSessions_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "UserPasskeys" (
    "CredentialId" bytea NOT NULL,
    "UserId" uuid NOT NULL,
    "Data" jsonb NOT NULL,
    CONSTRAINT "PK_UserPasskeys" PRIMARY KEY ("CredentialId"),
    CONSTRAINT "FK_UserPasskeys_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_UserPasskeys_UserId" ON "UserPasskeys" ("UserId");

CREATE INDEX "IX_UserSessions_UserId" ON "UserSessions" ("UserId");

-- Open waves: online answers that do not count, and how fast answers come.
ALTER TABLE "Waves" ADD "SetAside" text NOT NULL DEFAULT '[]';

CREATE TABLE "WavePaces" (
    "WaveId" uuid NOT NULL,
    "LookedAtUtc" timestamp with time zone NOT NULL,
    "Answers" bigint NOT NULL,
    "Most" bigint NOT NULL,
    "Burst" bigint,
    "BurstAtUtc" timestamp with time zone,
    CONSTRAINT "PK_WavePaces" PRIMARY KEY ("WaveId"),
    CONSTRAINT "FK_WavePaces_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
);
