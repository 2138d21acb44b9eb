using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Flows.Tickets.Deciding;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Channels;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>
/// A button of a message was pressed. The token says which; who pressed it is what the channel proves, and must be the requester of the case. Pressing
/// again, or after the end, changes nothing and is answered so.
/// </summary>
public sealed class ChannelPresses(ButtonTokens tokens, ChannelSenders senders, CaseStore caseStore, ChannelOutbox outbox, AnswerLedger questions, PressedButtons buttons)
{
    /// <summary>Takes one.</summary>
    /// <exception cref="VendorException">Something that it needs cannot be reached now: the person presses again.</exception>
    public async Task<ChannelPressed> PressAsync(ChannelMessage message, CancellationToken cancellation) =>
        await PressAsync(await senders.OfAsync(ChannelInbox.KeyOf(message), message, cancellation), cancellation);

    /// <summary>The message of a button as it is now; nothing is decided.</summary>
    public async Task<ChannelPressed> ShowAsync(ChannelMessage message, CancellationToken cancellation)
    {
        var sent = await senders.OfAsync(ChannelInbox.KeyOf(message), message, cancellation);
        var person = sent.Person;
        if (await buttons.ShowDecisionAsync(sent, cancellation) is { } decision)
            return decision;
        if (person is null || !tokens.TryRead(message.Press, out var press) || await caseStore.FindAsync(press.CaseId, cancellation) is not { } record
            || !string.Equals(person.Id, record.RequesterId, StringComparison.OrdinalIgnoreCase)
            || await outbox.WithButtonAsync(message.Channel, press.CaseId, message.Press!, cancellation) is not { } post)
            return new ChannelPressed("", false, null);
        var asked = press.Kind == ButtonKind.Answer ? await questions.FindAsync(record.CaseId, press.Number, cancellation) : null;
        return asked is { End: not null }
            ? new ChannelPressed(asked.AnswerText is { } answer ? ChannelTexts.Chosen.In(post.Language).Replace("{0}", answer, StringComparison.Ordinal) : ChannelTexts.TooLate.In(post.Language), true, post)
            : new ChannelPressed("", false, post);
    }

    /// <summary>Takes one whose sender is known.</summary>
    public async Task<ChannelPressed> PressAsync(ReceivedMessage received, CancellationToken cancellation)
    {
        var (message, person) = (received.Message, received.Person);
        if (await buttons.DecideAsync(received, cancellation) is { } decision)
            return decision;
        var language = person?.Language is { Length: >= 2 } given ? given[..2].ToLowerInvariant() : "en";
        if (!tokens.TryRead(message.Press, out var press) || await caseStore.FindAsync(press.CaseId, cancellation) is not { } record)
            return new ChannelPressed(ChannelTexts.TooLate.In(language), false, null);
        if (person is null || !string.Equals(person.Id, record.RequesterId, StringComparison.OrdinalIgnoreCase))
            return new ChannelPressed(ChannelTexts.NotYours.In(language), false, null);
        var post = await outbox.WithButtonAsync(message.Channel, press.CaseId, message.Press!, cancellation);
        language = post?.Language ?? record.Language ?? language;
        if (press.Kind == ButtonKind.Answer)
        {
            var asked = await questions.FindAsync(record.CaseId, press.Number, cancellation);
            var option = asked?.Question.Options.ElementAtOrDefault(press.Option);
            var heard = option is null ? Heard.NoQuestion : await buttons.ChooseAsync(record, press, option.Id, received, cancellation);
            return heard == Heard.Answered
                ? new ChannelPressed(ChannelTexts.Chosen.In(language).Replace("{0}", option!.Text, StringComparison.Ordinal), true, post) { IsAnswer = true }
                : new ChannelPressed(ChannelTexts.TooLate.In(language), true, post);
        }

        return new ChannelPressed((await buttons.DoAsync(record, press, received, cancellation)).In(language), true, post);
    }
}

/// <summary>What the buttons do.</summary>
public sealed class PressedButtons(AnswerService answers, FeedbackService feedback, PersonRequestService people, RemoteSessionService remote, ApproverPresses approvers)
{
    /// <summary>Takes a decision about an approval; null when the button does not belong to an approval.</summary>
    public async Task<ChannelPressed?> DecideAsync(ReceivedMessage received, CancellationToken cancellation) => Pressed(await approvers.PressAsync(received.Message, received.Person, cancellation));

    /// <summary>Shows the message of an approval as it is now; null when the button does not belong to an approval.</summary>
    public async Task<ChannelPressed?> ShowDecisionAsync(ReceivedMessage received, CancellationToken cancellation) => Pressed(await approvers.ShowAsync(received.Message, received.Person, cancellation));

    /// <summary>Chooses an option of a question.</summary>
    public Task<Heard> ChooseAsync(CaseRecord record, ButtonPress press, string optionId, ReceivedMessage received, CancellationToken cancellation) =>
        answers.ChooseAsync(record.CaseId, press.Number, optionId, new AnswerSource(received.By, received.Message.Channel), cancellation);

    /// <summary>Does what any other button says.</summary>
    public async Task<LocalizedText> DoAsync(CaseRecord record, ButtonPress press, ReceivedMessage received, CancellationToken cancellation)
    {
        switch (press.Kind)
        {
            case ButtonKind.Works:
                return await GiveAsync(record, true, received, cancellation) ? ChannelTexts.Glad : ChannelTexts.TooLate;
            case ButtonKind.WorksNot:
                return await GiveAsync(record, false, received, cancellation) ? ChannelTexts.Reopened : ChannelTexts.TooLate;
            case ButtonKind.AllowRemote or ButtonKind.RefuseRemote:
                return await remote.AnswerInChatAsync(record.CaseId, press.Number, press.Kind == ButtonKind.AllowRemote, cancellation) ?? ChannelTexts.TooLate;
            default:
                await people.RequestAsync(record.CaseId, received.By, cancellation);
                return ChannelTexts.PersonAsked;
        }
    }

    // The question whether it helped is read before the ticket is resolved: who presses within that moment must not be answered that it is too late.
    private async Task<bool> GiveAsync(CaseRecord record, bool isSolved, ReceivedMessage received, CancellationToken cancellation) =>
        await feedback.GiveAsync(record, isSolved, null, null, received.By, cancellation)
        || (record.State == CaseState.Working && record.ClosedAt is null
            ? throw new VendorException("channels", "not-yet", "The ticket is being resolved; the answer is taken in a moment.", isRetryable: true, TimeSpan.FromSeconds(1))
            : false);

    private static ChannelPressed? Pressed(ChatDecision? decision) => decision is null ? null : new ChannelPressed(decision.Text, decision.IsOver, decision.Post);
}
