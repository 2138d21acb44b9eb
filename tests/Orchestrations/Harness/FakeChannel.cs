using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>Keeps the cards.</summary>
public sealed class FakeChannel : IApprovalChannel
{
    private readonly Lock _lock = new();
    private readonly List<ApprovalCard> _cards = [];

    public IReadOnlyList<ApprovalCard> Cards
    {
        get
        {
            lock (_lock)
                return [.. _cards];
        }
    }

    public bool IsDown { get; set; }

    public Task PostAsync(ApprovalCard card, CancellationToken cancellation)
    {
        if (IsDown)
            throw new VendorException("teams", "503", "Teams is down.", isRetryable: true);
        lock (_lock)
            _cards.Add(card);
        return Task.CompletedTask;
    }
}
