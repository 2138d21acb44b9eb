using System.Security.Cryptography;
using System.Text.Json;
using HelpDesk.Adapters.EmbeddedTriage.Features;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>A trained model on disk: length and JSON of a header, then terms and weights. What does not fit its version and checksum is no model.</summary>
internal static class ModelFile
{
    private const int LongestHeader = 64 * 1024;

    /// <summary>The model at the path, or null when no file of that version can be trusted.</summary>
    public static TrainedTriage? Read(string path, string version)
    {
        if (!File.Exists(path))
            return null;

        try
        {
            var bytes = File.ReadAllBytes(path);
            using var reader = new BinaryReader(new MemoryStream(bytes));
            var length = reader.ReadInt32();
            if (length is <= 0 or > LongestHeader || JsonSerializer.Deserialize<Header>(reader.ReadBytes(length)) is not { } header)
                return null;
            if (header.Version != version || header.Learned?.Length != header.Labels.Length || !Checksum(bytes.AsSpan(sizeof(int) + length)).Equals(header.Checksum, StringComparison.Ordinal))
                return null;

            var terms = new Term[header.Terms];
            for (var i = 0; i < terms.Length; i++)
                terms[i] = new Term((TermKind)reader.ReadByte(), reader.ReadString());
            var vocabulary = new TermVocabulary(terms, Floats(reader, terms.Length));
            return new TrainedTriage(
                vocabulary, header.Labels, Floats(reader, header.Labels.Length), [.. header.Labels.Select(_ => Floats(reader, terms.Length))], header.Learned, header.Temperature);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            // A model that cannot be read is trained again; that is the whole harm of it.
            return null;
        }
    }

    /// <summary>Writes the model beside its place and moves it there: a reader sees all of it or nothing. Makes the folder when missing.</summary>
    public static void Write(string path, string version, TrainedTriage trained)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var body = Body(trained);
        var header = JsonSerializer.SerializeToUtf8Bytes(
            new Header(version, trained.TemperatureUsed, [.. trained.Labels], trained.Learned, trained.Vocabulary.Terms.Count, Checksum(body)));

        var temporary = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(BitConverter.GetBytes(header.Length));
                file.Write(header);
                file.Write(body);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static byte[] Body(TrainedTriage trained)
    {
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body);
        foreach (var term in trained.Vocabulary.Terms)
        {
            writer.Write((byte)term.Kind);
            writer.Write(term.Text);
        }

        foreach (var number in trained.Vocabulary.Weights.Concat(trained.Biases).Concat(trained.Weights.SelectMany(static row => row)))
            writer.Write(number);
        writer.Flush();
        return body.ToArray();
    }

    private static float[] Floats(BinaryReader reader, int count)
    {
        var floats = new float[count];
        for (var i = 0; i < count; i++)
            floats[i] = reader.ReadSingle();
        return floats;
    }

    private static string Checksum(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));

    private sealed record Header(string Version, double Temperature, string[] Labels, double[] Learned, int Terms, string Checksum);
}
