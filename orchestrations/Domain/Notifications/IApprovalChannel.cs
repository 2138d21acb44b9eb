using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Notifications;

/// <summary>Where approvers are reached (Teams). A card is only a pointer to the page: nothing can be decided in it.</summary>
public interface IApprovalChannel
{
    /// <summary>Posts a card. Throws <see cref="VendorException"/> when it cannot be delivered.</summary>
    Task PostAsync(ApprovalCard card, CancellationToken cancellation);
}
