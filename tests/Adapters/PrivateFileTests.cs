using HelpDesk.Adapters.LocalKey;
using HelpDesk.Adapters.Sqlite;
using HelpDesk.Orchestrations.Foundation.Records;
using Record = HelpDesk.Orchestrations.Foundation.Records.Record;

namespace HelpDesk.Adapters.Tests;

/// <summary>Data and keys are for the account of the process only.</summary>
public sealed class PrivateFileTests : IDisposable
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Open = Mode | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly string _folder = Directory.CreateTempSubdirectory("private-").FullName;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Records_AndTheirLog_AreForTheirOwnerOnly(bool wasOpenBefore)
    {
        if (OperatingSystem.IsWindows())
            return;
        var path = Path.Combine(_folder, "data", "records.db");
        if (wasOpenBefore)
        {
            using (var old = new SqliteRecordStore(new SqliteOptions { DatabasePath = path }))
                await old.AddAsync(Tables.Cases, new Record("default", "a", "{}"), default);
            File.SetUnixFileMode(path, Open);
        }

        using var store = new SqliteRecordStore(new SqliteOptions { DatabasePath = path });
        await store.AddAsync(Tables.Cases, new Record("default", "b", "{}"), default);

        var files = Directory.GetFiles(Path.GetDirectoryName(path)!);
        files.ShouldContain($"{path}-wal");
        files.ShouldAllBe(file => File.GetUnixFileMode(file) == Mode);
        if (!wasOpenBefore)
            File.GetUnixFileMode(Path.GetDirectoryName(path)!).ShouldBe(Mode | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Key_MadeOrLeftOpen_IsForItsOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
            return;
        var path = Path.Combine(_folder, "checkpoint-key.pem");
        new LocalCheckpointSigner(path).Dispose();
        Directory.GetFiles(_folder).ShouldAllBe(file => File.GetUnixFileMode(file) == Mode);
        File.SetUnixFileMode(path, Open);

        new LocalCheckpointSigner(path).Dispose();

        File.GetUnixFileMode(path).ShouldBe(Mode);
    }

    [Fact]
    public void Text_InsteadOfAnOpenFile_IsForItsOwnerOnlyAndNoLonger()
    {
        if (OperatingSystem.IsWindows())
            return;
        var path = Path.Combine(_folder, "export.jsonl");
        File.WriteAllText(path, "a much longer text that was there before");
        File.SetUnixFileMode(path, Open);

        using (var writer = PrivateFile.Text(path))
            writer.Write("short");

        File.GetUnixFileMode(path).ShouldBe(Mode);
        File.ReadAllText(path).ShouldBe("short");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
