using System.Globalization;
using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Adapters.TableStorage;

/// <summary>
/// The body of a record as properties of an entity. A property holds 64 KiB and an entity 1 MiB, with text counted in UTF-16: a
/// short body is one readable text, a longer one is compressed (zlib) into parts of bytes, so that 900 KiB fit whatever the language.
/// </summary>
internal static class TableBody
{
    /// <summary>Longest body kept as text, in UTF-16 units: a property holds 32,768.</summary>
    public const int LongestText = 32_000;

    /// <summary>
    /// Largest sum of bodies of one batch kept as text, in UTF-8 bytes: on the wire a unit may become six bytes, and a batch has 4 MiB.
    /// </summary>
    public const int LargestBatchOfText = 256 * 1024;

    private const int PartBytes = 64 * 1024;
    private const string Text = "Json";

    public static void Write(TableEntity entity, string json, bool mayBeText)
    {
        if (mayBeText && json.Length <= LongestText)
        {
            entity[Text] = json;
            return;
        }

        var parts = Compress(json).Chunk(PartBytes).ToArray();
        for (var i = 0; i < parts.Length; i++)
            entity[Part(i)] = parts[i];
    }

    /// <summary>The body that <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is none; somebody else wrote into the table.</exception>
    public static string Read(TableEntity entity)
    {
        if (entity.GetString(Text) is { } json)
            return json;
        using var packed = new MemoryStream();
        for (var i = 0; entity.GetBinary(Part(i)) is { } part; i++)
            packed.Write(part);
        packed.Position = 0;
        return Decompress(packed);
    }

    private static byte[] Compress(string json)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
            zlib.Write(Encoding.UTF8.GetBytes(json));
        return packed.ToArray();
    }

    private static string Decompress(Stream packed)
    {
        // One byte more than a body may have: a foreign record must not swell without end.
        var bytes = new byte[RecordLimits.MaxJsonBytes + 1];
        try
        {
            using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
            var count = zlib.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return count is > 0 and <= RecordLimits.MaxJsonBytes
                ? Encoding.UTF8.GetString(bytes, 0, count)
                : throw new FormatException("An entity in the table has no body of this store.");
        }
        catch (InvalidDataException damaged)
        {
            throw new FormatException("The body of an entity in the table is damaged.", damaged);
        }
    }

    private static string Part(int i) => string.Create(CultureInfo.InvariantCulture, $"{Text}{i:D2}");
}
