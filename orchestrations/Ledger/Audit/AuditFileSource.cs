using System.Runtime.CompilerServices;
using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>Chains and checkpoints as an export has them.</summary>
/// <param name="open">Opens the file from its start; called for each pass.</param>
public sealed class AuditFileSource(Func<TextReader> open) : IAuditSource
{
    private readonly List<AuditError> _faults = [];

    /// <inheritdoc />
    public IReadOnlyList<AuditError> Faults => _faults;

    /// <inheritdoc />
    public async IAsyncEnumerable<AuditCheckpointText> CheckpointsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reader = open();
        string? checkpoint = null;
        var pages = new List<string>();
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            if (Is(line, "leaves"))
            {
                pages.Add(line);
                continue;
            }

            if (checkpoint is not null)
                yield return new AuditCheckpointText(checkpoint, pages);
            (checkpoint, pages) = (null, []);
            if (Is(line, "chain"))
                yield break;
            if (Is(line, "checkpoint"))
                checkpoint = line;
        }

        if (checkpoint is not null)
            yield return new AuditCheckpointText(checkpoint, pages);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<AuditChainText> ChainsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        _faults.Clear();
        using var reader = open();
        var (checkpoints, pages, chains, entries) = (0L, 0L, 0L, 0L);
        if (!string.Equals(await reader.ReadLineAsync(cancellation), AuditExport.FirstLine, StringComparison.Ordinal))
            Fault("its first line is not that of an export of this version.");
        var line = await reader.ReadLineAsync(cancellation);
        for (; line is not null && (Is(line, "checkpoint") || Is(line, "leaves")); line = await reader.ReadLineAsync(cancellation))
            (checkpoints, pages) = Is(line, "checkpoint") ? (checkpoints + 1, pages) : (checkpoints, pages + 1);
        var last = "";
        while (line is not null)
        {
            last = line;
            if (!TryReadChain(line, out var caseId, out var claimed))
            {
                line = await reader.ReadLineAsync(cancellation);
                if (line is not null)
                    Fault($"a line is not part of an export or is in the wrong place: {Shorten(last)}");
                continue;
            }

            var found = new List<string>();
            for (line = await reader.ReadLineAsync(cancellation); line is not null && !Is(line, "head") && !Is(line, "chain") && !Is(line, "end"); line = await reader.ReadLineAsync(cancellation))
                found.Add(line);
            var head = line is not null && Is(line, "head") ? HeadOf(line) : null;
            if (head is not null)
                line = await reader.ReadLineAsync(cancellation);
            chains++;
            entries += found.Count;
            var chain = new AuditChainText(caseId, found, head);
            if (!string.Equals(AuditExport.ChainLine(chain), claimed, StringComparison.Ordinal))
                _faults.Add(new AuditError(AuditErrorKind.Export, caseId, null, "it does not have the entries and the head its line in the file announces."));
            yield return chain;
        }

        if (!string.Equals(last, AuditExport.LastLine(checkpoints, pages, chains, entries), StringComparison.Ordinal))
            Fault("its last line does not fit the lines before it: the file was cut off or lines were taken out.");
    }

    private static bool Is(string line, string kind) => line.StartsWith($$"""{"{{kind}}":""", StringComparison.Ordinal);

    /// <summary>The head in its line.</summary>
    internal static string HeadOf(string line)
    {
        const string Before = """{"head":""";
        return line.Length > Before.Length && line.EndsWith('}') ? line[Before.Length..^1] : line;
    }

    private static string Shorten(string line) => line.Length <= 80 ? line : line[..80] + "...";

    /// <summary>Reads the line before the entries of a chain.</summary>
    internal static bool TryReadChain(string line, out CaseId caseId, out string claimed)
    {
        (caseId, claimed) = (new CaseId(""), line);
        if (!Is(line, "chain"))
            return false;
        try
        {
            using var document = JsonDocument.Parse(line);
            caseId = new CaseId(document.RootElement.GetProperty("chain").GetProperty("caseId").GetString() ?? "");
            return caseId.Value.Length > 0;
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    private void Fault(string message) => _faults.Add(new AuditError(AuditErrorKind.Export, null, null, message));
}
