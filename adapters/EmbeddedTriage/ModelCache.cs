using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.ML;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Trained models on disk, one file per version: length and JSON of a header, then the model. What does not fit its checksum is no model.</summary>
internal sealed class ModelCache(string directory)
{
    private const int LongestHeader = 64 * 1024;

    /// <summary>The model of that version, or null when there is none that can be trusted.</summary>
    public TrainedTriage? Load(string version)
    {
        var path = PathOf(version);
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

    /// <summary>Writes the model beside its place and moves it there: a reader sees all of it or nothing.</summary>
    public void Save(string version, TrainedTriage trained)
    {
        Directory.CreateDirectory(directory);
        using var model = new MemoryStream();
        trained.Save(model);
        var bytes = model.ToArray();
        var header = JsonSerializer.SerializeToUtf8Bytes(
            new Header(version, trained.TemperatureUsed, [.. trained.Labels], Convert.ToHexStringLower(SHA256.HashData(bytes))));

        var temporary = $"{PathOf(version)}.{Guid.NewGuid():n}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(BitConverter.GetBytes(header.Length));
                file.Write(header);
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, PathOf(version), overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Where the model of a version lies.</summary>
    public string PathOf(string version) => Path.Combine(directory, $"triage-{version}.model");

    private sealed record Header(string Version, double Temperature, string[] Labels, string Checksum);
}
