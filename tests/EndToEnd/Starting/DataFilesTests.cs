using HelpDesk.EndToEnd.Tests.Harness;

namespace HelpDesk.EndToEnd.Tests.Starting;

/// <summary>Whatever the product writes, data, keys, locks or an export, is for the account of the process only.</summary>
public sealed class DataFilesTests
{
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task Files_OfTheDataFolder_AreForTheirOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var host = await HelpDeskHost.StartAsync();
        (await host.Client.Product.GetAsync("/sign-in")).EnsureSuccessStatusCode();
        var export = Path.Combine(host.Data, "export.jsonl");
        (await host.CommandAsync("audit", "export", "--to", export)).ExitCode.ShouldBe(0);

        var files = Directory.GetFiles(host.Data, "*", SearchOption.AllDirectories);

        files.Select(Path.GetFileName).ShouldContain("records.db-wal");
        files.ShouldContain(export);
        files.Where(file => File.GetUnixFileMode(file) != File600).ShouldBeEmpty();
        Directory.GetDirectories(host.Data, "*", SearchOption.AllDirectories)
            .Where(folder => File.GetUnixFileMode(folder) != (File600 | UnixFileMode.UserExecute)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_LeftOpenByAnEarlierVersion_AreClosedAtTheStart()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var host = await HelpDeskHost.StartAsync();
        string[] files = ["records.db", "engine.db", "link.key", "checkpoint-key.pem"];
        foreach (var file in files)
            File.SetUnixFileMode(Path.Combine(host.Data, file), File600 | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await host.RestartAsync();

        files.Where(file => File.GetUnixFileMode(Path.Combine(host.Data, file)) != File600).ShouldBeEmpty();
    }
}
