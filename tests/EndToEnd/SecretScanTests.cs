using System.Text;
using System.Text.RegularExpressions;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Teams;

namespace HelpDesk.EndToEnd.Tests;

/// <summary>P3: after a whole demo and a collected pass, no secret lies in any file but the key files, nor in what was logged.</summary>
public sealed partial class SecretScanTests
{
    [Fact]
    public async Task Demo_WithACollectedPass_LeavesNoSecretInFilesOrLogs()
    {
        using var place = new HelpDeskPlace();
        await using var client = new HelpDeskClient(place);
        await using var process = HelpDeskProcess.Start(place, "run", "--set", "Logging:LogLevel:Default=Trace", "--set", "HelpDesk:Simulate=azureopenai");
        await process.UntilSaidAsync("Ctrl-C stops it");
        await using (var demo = HelpDeskProcess.Start(place, "demo", "--no-wait"))
            (await demo.UntilEndedAsync()).ShouldBe(0, demo.Output);
        var pass = await CollectedPass.CollectAsync(client);
        Dictionary<string, string> secrets = new(StringComparer.Ordinal)
        {
            ["the pass"] = pass,
            ["the client secret"] = new SimulatorOptions().ClientSecret,
            ["the secret of ServiceNow's webhook"] = new SimulatorOptions().ServiceNowWebhookSecret,
            ["its key"] = Encoding.UTF8.GetString(Convert.FromBase64String(new SimulatorOptions().ServiceNowWebhookSecret)),
            ["the secret of Jira's webhook"] = new SimulatorOptions().JiraWebhookSecret,
            ["the secret of Jira's automation"] = new SimulatorOptions().JiraAutomationSecret,
            ["the address of the Teams workflow"] = SimulatedTeams.Signature,
            ["the key of links"] = (await File.ReadAllTextAsync(Path.Combine(place.Data, "link.key"))).Trim(),
        };

        // While it runs: what is only in the write-ahead logs is seen too.
        var faults = Faults(place.Data, secrets);
        await process.InterruptAsync();
        faults.AddRange(Faults(place.Data, secrets));
        foreach (var (name, secret) in secrets)
        {
            if (process.Output.Contains(secret, StringComparison.Ordinal))
                faults.Add($"{name} is in the log");
        }

        if (Token().Match(process.Output) is { Success: true } token)
            faults.Add($"a token is in the log: {token.Value[..12]}...");
        faults.ShouldBeEmpty();
        process.Output.Length.ShouldBeGreaterThan(20_000, "the log is captured at its most talkative");
    }

    [Fact]
    public void Scan_OfAFolderWithASecret_FindsItInEveryEncoding()
    {
        using var place = new HelpDeskPlace();
        File.WriteAllBytes(Path.Combine(place.Data, "a.db-wal"), [0, 1, .. "xTAP-5ecretx"u8, 0]);
        File.WriteAllBytes(Path.Combine(place.Data, "b.db"), [7, .. Encoding.Unicode.GetBytes("TAP-5ecret")]);
        File.WriteAllText(Path.Combine(place.Data, "c.db"), "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln");

        Faults(place.Data, new Dictionary<string, string>(StringComparer.Ordinal) { ["the pass"] = "TAP-5ecret" }).Count.ShouldBe(3);
    }

    private static List<string> Faults(string folder, Dictionary<string, string> secrets)
    {
        List<string> faults = [];
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !IsKeyFile(folder, file) && new FileInfo(file).Length > 0))
        {
            var bytes = Read(file);
            foreach (var (name, secret) in secrets)
            {
                if (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)) >= 0)
                    faults.Add($"{name} is in {Path.GetRelativePath(folder, file)}");
            }

            if (Token().Match(Encoding.Latin1.GetString(bytes)) is { Success: true } token)
                faults.Add($"a token is in {Path.GetRelativePath(folder, file)}: {token.Value[..12]}...");
        }

        return faults;
    }

    // Made to hold a key: readable by this account only.
    private static bool IsKeyFile(string folder, string file) =>
        Path.GetRelativePath(folder, file) is "link.key" or "checkpoint-key.pem" || Path.GetRelativePath(folder, file).StartsWith($"keys{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}", RegexOptions.None, 10_000)]
    private static partial Regex Token();
}
