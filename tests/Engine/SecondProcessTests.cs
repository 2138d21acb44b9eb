using System.Diagnostics;
using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Engine.Tests;

/// <summary>A real second process: refused while it runs, and picked up after when it was killed in the middle of its work.</summary>
public sealed class SecondProcessTests : IDisposable
{
    private static readonly CancellationToken Patience = new CancellationTokenSource(TimeSpan.FromMinutes(5)).Token;

    private readonly EngineFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task KilledInTheMiddle_NothingAcceptedIsLost()
    {
        var effects = _files.InFolder("effects");
        using var other = SecondProcess.Start(_files.Database, effects);
        try
        {
            (await other.StandardOutput.ReadLineAsync(Patience)).ShouldBe("ready");
            using var refused = SecondProcess.Build(_files.Database, effects);
            (await Should.ThrowAsync<EngineStoppedException>(() => refused.StartAsync(Patience))).Message
                .ShouldStartWith($"Another process already runs on {_files.Database}");
            await ReadUntilAsync(other, "accepted 150");
        }
        finally
        {
            // On Linux and macOS this is SIGKILL: no handler, no flush, no farewell.
            other.Kill();
            await other.WaitForExitAsync(Patience);
        }

        var accepted = Accepted(await other.StandardOutput.ReadToEndAsync(Patience), atLeast: 150);
        using var host = SecondProcess.Build(_files.Database, effects);
        await host.StartAsync(Patience);
        var client = host.Services.GetRequiredService<IWorkflowClient>();
        for (var i = 0; i <= accepted; i++)
        {
            var end = await Eventually.Get(() => client.GetStatusAsync($"n{i}", default), s => s.State == WorkflowState.Completed, $"n{i}");
            end.OutputJson.ShouldBe($"{i + 2}");
        }

        await host.StopAsync(Patience);
        var keys = (await File.ReadAllLinesAsync(effects, Patience)).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i <= accepted; i++)
            new[] { $"n{i}/1", $"n{i}/2", $"n{i}/3" }.ShouldBeSubsetOf(keys);
    }

    private static async Task ReadUntilAsync(Process process, string wanted)
    {
        while (await process.StandardOutput.ReadLineAsync(Patience) is { } line)
        {
            if (line == wanted)
                return;
        }

        throw new InvalidOperationException("The second process ended early.");
    }

    private static int Accepted(string rest, int atLeast) =>
        rest.Split('\n').Where(static l => l.StartsWith("accepted ", StringComparison.Ordinal))
            .Select(static l => int.TryParse(l["accepted ".Length..], out var n) ? n : 0).Append(atLeast).Max();
}
