using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Storage;

/// <summary>The database was made by another version of the program: its operator has to choose, so the message is for a person.</summary>
public sealed class SchemaException(string message) : InvalidOperationException(message);
