using System.Security.Cryptography;
using Cadran.Storage;

namespace Cadran.Collection;

/// <summary>The key that signs anchors: a file among the keys of the installation, part of every backup, made when first needed.</summary>
public static class AnchorKey
{
    public const string FileName = "anchor.pem";

    /// <summary>Opens the key; the caller disposes of it.</summary>
    public static ECDsa Open(string keyFolder)
    {
        string file = Path.Combine(keyFolder, FileName);
        if (!File.Exists(file))
        {
            PrivateFiles.Folder(keyFolder);
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var writer = new StreamWriter(PrivateFiles.Create(file));
            writer.Write(made.ExportPkcs8PrivateKeyPem());
        }
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return key;
    }

    /// <summary>The public half as anchors name it; null when there is no key yet.</summary>
    public static string? Public(string keyFolder)
    {
        if (!File.Exists(Path.Combine(keyFolder, FileName))) return null;
        using ECDsa key = Open(keyFolder);
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }
}
