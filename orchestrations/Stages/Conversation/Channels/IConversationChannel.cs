using HelpDesk.Orchestrations.Ledger.Questions;

namespace HelpDesk.Orchestrations.Stages.Conversation.Channels;

/// <summary>
/// One more way to talk with a requester beside their ticket: a chat, a mailbox. The ticket always gets everything; a channel shows the same
/// conversation where the person is. What a person says there is handed to the one place that hears answers, whatever the channel.
/// </summary>
public interface IConversationChannel
{
    /// <summary>Its name in the conversation, lower case: <c>teams</c>, <c>mail</c>.</summary>
    string Name { get; }

    /// <summary>Posts a message to the person, once per key; a person whom it cannot reach is skipped.</summary>
    /// <returns>False when it cannot reach this person.</returns>
    /// <exception cref="Foundation.VendorException">The channel cannot be reached; retryable when later may help.</exception>
    Task<bool> PostAsync(ConversationPost post, CancellationToken cancellation);
}

/// <summary>A message of a conversation as a channel gets it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="PersonId">Entra object id of the requester.</param>
/// <param name="Key">Idempotency key.</param>
/// <param name="Language">Two-letter language.</param>
/// <param name="Text">The message, plain text.</param>
/// <param name="Page">The signed link to the person's own page of the case.</param>
/// <param name="Question">The question that it asks, for buttons; null when it asks none.</param>
public sealed record ConversationPost(string CaseId, string PersonId, string Key, string Language, string Text, Uri Page, CaseQuestion? Question);
