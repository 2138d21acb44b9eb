using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Stages.Health;

/// <summary>
/// Looks at everything we depend on: all at once, each for a short time, and again only after a while, so that asking often costs
/// nothing and throttles nobody. A system that asked us to wait is not asked before.
/// </summary>
public sealed class HealthOverview(IEnumerable<DependencyProbe> probes, DependencyNotes notes, TimeProvider time, ILogger<HealthOverview> log) : IDisposable
{
    /// <summary>How long a look counts.</summary>
    public static readonly TimeSpan CountsFor = TimeSpan.FromSeconds(20);

    /// <summary>Longest look at one thing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const int LongestCode = 40;

    // A vendor that asks for an hour is asked again after five minutes: an administrator waits for the answer.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly DependencyProbe[] _probes = [.. probes.OrderBy(probe => probe.Name, StringComparer.Ordinal)];
    private readonly Dictionary<string, Looked> _looked = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _looking = new(1, 1);

    /// <summary>How everything is.</summary>
    public async Task<HealthReport> ReadAsync(CancellationToken cancellation)
    {
        await _looking.WaitAsync(cancellation);
        try
        {
            // Not the caller's token: what it waits for is kept for everybody.
            var looked = await Task.WhenAll(_probes.Select(LookAtAsync));
            return new HealthReport([.. looked]);
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _looking.Dispose();

    private async Task<HealthEntry> LookAtAsync(DependencyProbe probe)
    {
        Looked? before;
        lock (_looked)
            before = _looked.GetValueOrDefault(probe.Name);
        var now = before is not null && time.GetUtcNow() < before.Until ? before : await AskAsync(probe);

        string[] advice = [.. now.Advice is null ? [] : (string[])[now.Advice], .. notes.Of(probe.Name)];
        var entry = new HealthEntry(
            probe.Name,
            advice.Length == 0 ? HealthState.Healthy : probe.IsRequired ? HealthState.Unhealthy : HealthState.Degraded,
            advice.Length == 0 ? null : string.Join(' ', advice.Distinct(StringComparer.Ordinal)));
        if (entry.Advice is not null && entry.Advice != before?.Told)
            log.Failing(entry.Name, entry.State, now.Code ?? "noted", entry.Advice);
        else if (entry.Advice is null && before?.Told is not null)
            log.Recovered(entry.Name);
        lock (_looked)
            _looked[probe.Name] = now with { Told = entry.Advice };
        return entry;
    }

    private async Task<Looked> AskAsync(DependencyProbe probe)
    {
        if (probe.AskAsync is not { } ask)
            return Until(null, null, null);
        using var limit = new CancellationTokenSource(Patience, time);
        try
        {
            await ask(limit.Token).WaitAsync(limit.Token);
            return Until(null, null, null);
        }
        catch (VendorException fault)
        {
            return Until(probe.Advice.For(fault), Plain(fault.Code), fault.RetryAfter);
        }
        catch (OperationCanceledException)
        {
            return Until(probe.Advice.Reach, "timeout", null);
        }
        catch (Exception defect)
        {
            // A look that has a defect must not take the whole report with it; its type is what there is to tell.
            return Until(probe.Advice.Busy, defect.GetType().Name, null);
        }
    }

    private Looked Until(string? advice, string? code, TimeSpan? asked)
    {
        var pause = asked is { } wish && wish > CountsFor ? (wish < LongestPause ? wish : LongestPause) : CountsFor;
        return new Looked(time.GetUtcNow() + pause, advice, code, null);
    }

    private static string Plain(string code) =>
        code.Length <= LongestCode && code.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? code : "other";

    private sealed record Looked(DateTimeOffset Until, string? Advice, string? Code, string? Told);
}
