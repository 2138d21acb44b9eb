using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.ML;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>A trained model on disk: length and JSON of a header, then the model. What does not fit its version and checksum is no model.</summary>
internal static class ModelFile
{
    private const int LongestHeader = 64 * 1024;

    /// <summary>The model at the path, or null when there is none of that version that can be trusted.</summary>
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

            var model = bytes.AsSpan(sizeof(int) + length);
            if (header.Version != version || !Convert.ToHexStringLower(SHA256.HashData(model)).Equals(header.Checksum, StringComparison.Ordinal))
                return null;

            var ml = new MLContext(0);
            using var stream = new MemoryStream(model.ToArray());
            var loaded = ml.Model.Load(stream, out var schema);
            return new TrainedTriage(ml, loaded, schema, header.Labels, header.Temperature);
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
        using var model = new MemoryStream();
        trained.Save(model);
        var bytes = model.ToArray();
        var header = JsonSerializer.SerializeToUtf8Bytes(
            new Header(version, trained.TemperatureUsed, [.. trained.Labels], Convert.ToHexStringLower(SHA256.HashData(bytes))));

        var temporary = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(BitConverter.GetBytes(header.Length));
                file.Write(header);
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private sealed record Header(string Version, double Temperature, string[] Labels, string Checksum);
}
