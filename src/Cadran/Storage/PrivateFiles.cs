namespace Cadran.Storage;

/// <summary>Files and folders that only the account of the program can read, from their first byte on.</summary>
public static class PrivateFiles
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite, OwnersFolder = Owner | UnixFileMode.UserExecute;

    /// <exception cref="IOException">There is a file of that name.</exception>
    public static FileStream Create(string path) => new(path, Options(FileMode.CreateNew, FileAccess.Write));

    public static FileStream OpenOrCreate(string path) => new(path, Options(FileMode.OpenOrCreate, FileAccess.ReadWrite));

    /// <summary>Deleted when it is closed.</summary>
    public static FileStream Temporary(string path)
    {
        FileStreamOptions options = Options(FileMode.CreateNew, FileAccess.ReadWrite);
        options.Options = FileOptions.DeleteOnClose;
        return new(path, options);
    }

    /// <summary>Open for one at a time, in any process.</summary>
    /// <exception cref="IOException">Somebody else has it open.</exception>
    public static FileStream Alone(string path)
    {
        FileStreamOptions options = Options(FileMode.OpenOrCreate, FileAccess.ReadWrite);
        options.Share = FileShare.None;
        return new(path, options);
    }

    /// <summary>Makes the folder, or closes one that is there already to others.</summary>
    public static void Folder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else if (!Directory.Exists(path)) Directory.CreateDirectory(path, OwnersFolder);
        else Close(path, OwnersFolder);
    }

    /// <summary>
    /// Makes an empty file where none is, or closes the one that is there to others. That one is not opened: on POSIX systems, closing a
    /// file takes away all locks that the process holds on it, those of an open database too.
    /// </summary>
    public static void File(string path)
    {
        try
        {
            if (!System.IO.File.Exists(path)) Create(path).Dispose();
        }
        catch (IOException) when (System.IO.File.Exists(path)) { } // somebody else has made it
        CloseFile(path);
    }

    /// <summary>Takes the rights of others away from a file that somebody else has made.</summary>
    public static void CloseFile(string path)
    {
        if (!OperatingSystem.IsWindows()) Close(path, Owner);
    }

    // Another account may own what is there, such as a volume that was given to a container: then it is that account's to close.
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Close(string path, UnixFileMode mode)
    {
        try
        {
            if (System.IO.File.GetUnixFileMode(path) is var now && (now & ~mode) != 0 && (now & UnixFileMode.StickyBit) == 0)
                System.IO.File.SetUnixFileMode(path, now & mode);
        }
        catch (UnauthorizedAccessException) { }
    }

    private static FileStreamOptions Options(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Owner;
        return options;
    }
}
