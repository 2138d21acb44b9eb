using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Adapters.Tests.Graph.Simulated;

/// <summary>A ticket that keeps its comments, once per key; breaks on demand before or after it kept one.</summary>
public sealed class MemoryCaseTicket : ICaseTicket
{
    private readonly Dictionary<string, string> _comments = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Comments => _comments.Values;

    /// <summary>True: the next comment is written and its answer lost.</summary>
    public bool LosesAnswer { get; set; }

    /// <summary>True: nothing can be written.</summary>
    public bool IsDown { get; set; }

    public Task CommentAsync(CaseId caseId, string text, string key, CancellationToken cancellation)
    {
        if (IsDown)
            throw new VendorException("servicenow", "503", "down", isRetryable: true);
        _comments.TryAdd($"{caseId}/{key}", text);
        if (!LosesAnswer)
            return Task.CompletedTask;
        LosesAnswer = false;
        throw new VendorException("servicenow", "unreachable", "lost", isRetryable: true);
    }

    public Task<bool> HasCommentAsync(CaseId caseId, string key, CancellationToken cancellation) => Task.FromResult(_comments.ContainsKey($"{caseId}/{key}"));
}
