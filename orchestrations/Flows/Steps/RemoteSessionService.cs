using System.Globalization;
using HelpDesk.Orchestrations.Domain.RemoteSessions;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;
using HelpDesk.Orchestrations.Stages.RemoteSessions;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>
/// Remote sessions of a case: a technician asks, the requester allows, the tool makes the session, each side gets its own link, and what became of it
/// is read back. Links are read at the moment they are shown and never kept.
/// </summary>
public sealed class RemoteSessionService(RemoteTools tools, RemoteSessionStore sessions, ConversationService conversation, ChannelPosts channels, CaseStore caseStore, IAuditLog audit)
{
    private const int LongestDevice = 64;

    // Longer than every time-out of a tool: who began it has ended by then.
    private static readonly TimeSpan LongestMaking = TimeSpan.FromMinutes(3);

    /// <summary>Asks the requester of a case for a session. An open session of the case is not asked for a second time.</summary>
    /// <returns>Why it was not asked for; null when it was.</returns>
    public async Task<string?> AskAsync(CaseId caseId, string toolId, string device, SignedInPerson technician, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(caseId, cancellation) is not { } record || tools.Find(toolId) is not { } tool)
            return "There is no such case or tool.";
        if (record.RequesterId is not { } requester)
            return "The requester of this case is not verified, so no one can give consent.";
        if (string.Equals(requester, technician.ObjectId, StringComparison.OrdinalIgnoreCase))
            return "You are the requester of this case.";
        if (tool.IsLinkOnly && !IsDevice(device))
            return $"Enter the device name or address as {tool.DisplayName} shows it: letters, digits and . - _ @, at most {LongestDevice.ToString(CultureInfo.InvariantCulture)} characters.";
        if ((await sessions.OfCaseAsync(caseId, cancellation)).Any(static session => session.IsOpen))
            return "This case has an open remote session. End it first.";
        var session = new RemoteSession(sessions.NewId(caseId, technician.ObjectId), caseId, tool.Id, technician.ObjectId, technician.Name, sessions.Now)
        {
            Device = tool.IsLinkOnly ? device : "", Ticket = record.Ticket.Number, Language = record.Language ?? "en",
        };
        await AuditAsync(session, AuditKinds.RemoteSessionAsked, $"person:{technician.ObjectId}", $"The requester was asked to allow a remote session with {tool.DisplayName}.", cancellation);
        await sessions.AddAsync(session, cancellation);
        var link = sessions.PageFor(session);
        var text = string.Format(CultureInfo.InvariantCulture, RemoteSessionTexts.Ask.In(session.Language), technician.Name, tool.DisplayName, link);
        var written = await conversation.TellAsync(record, new ConversationSaying(text, $"{session.Id}/ask")
        {
            Link = link,
            Buttons = [new SayingButton(ButtonKind.AllowRemote, session.ButtonNumber, RemoteSessionTexts.Allow), new SayingButton(ButtonKind.RefuseRemote, session.ButtonNumber, RemoteSessionTexts.Refuse)],
        }, cancellation);
        if (written.Problem is { } problem)
            await sessions.UpdateAsync(session.Id, before => before with { State = RemoteSessionState.Failed, Note = $"The requester was not asked: {problem}" }, cancellation);
        return null;
    }

    /// <summary>What the requester says by a button in a chat. A button means the one session that it was made for.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="number">Which session (<see cref="RemoteSession.ButtonNumber"/>).</param>
    /// <param name="isAllowed">True to allow it.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What is said back; null when the session is no longer asked for.</returns>
    public async Task<LocalizedText?> AnswerInChatAsync(CaseId caseId, int number, bool isAllowed, CancellationToken cancellation)
    {
        if ((await sessions.OfCaseAsync(caseId, cancellation)).FirstOrDefault(session => session.ButtonNumber == number) is not { State: RemoteSessionState.Asked } asked)
            return null;
        var session = await AnswerAsync(asked.Id, isAllowed, cancellation);
        return session.State switch
        {
            RemoteSessionState.Refused => RemoteSessionTexts.Refused,
            RemoteSessionState.Expired => RemoteSessionTexts.Expired,
            RemoteSessionState.Failed => RemoteSessionTexts.Over,
            _ => RemoteSessionTexts.AllowedInChat,
        };
    }

    /// <summary>What the requester says. The first answer counts, and none after the time for it.</summary>
    public async Task<RemoteSession> AnswerAsync(string id, bool isAllowed, CancellationToken cancellation)
    {
        var now = sessions.Now;
        var session = await sessions.UpdateAsync(id, before => before.State != RemoteSessionState.Asked ? before
            : now >= before.AskedAt + RemoteSession.AnswerWithin ? before with { State = RemoteSessionState.Expired, EndedAt = now }
            : before with { State = isAllowed ? RemoteSessionState.Allowed : RemoteSessionState.Refused, AnsweredAt = now }, cancellation);
        if (session.State is RemoteSessionState.Allowed or RemoteSessionState.Refused)
            await AuditAsync(session, AuditKinds.RemoteSessionAnswered, "requester", session.State == RemoteSessionState.Allowed ? "The requester allowed the remote session." : "The requester refused the remote session.", cancellation);
        await CloseButtonsAsync(session, cancellation);
        return session.State == RemoteSessionState.Allowed ? await MakeAsync(session, cancellation) : session;
    }

    /// <summary>The requester's link of a session that can be joined; null when there is none.</summary>
    public async Task<Uri?> CustomerLinkAsync(RemoteSession session, CancellationToken cancellation) =>
        session is { State: RemoteSessionState.Ready or RemoteSessionState.Active, Reference: { } reference } && tools.Find(session.Tool) is { } tool ? (await tool.LinksAsync(reference, cancellation)).Customer : null;

    /// <summary>The technician's link of a session; null for anyone but who asked for it, and when it cannot be joined.</summary>
    public async Task<Uri?> SupporterLinkAsync(string id, SignedInPerson viewer, CancellationToken cancellation)
    {
        if (await sessions.FindAsync(id, cancellation) is not { State: RemoteSessionState.Ready or RemoteSessionState.Active, Reference: { } reference } session
            || !string.Equals(session.TechnicianId, viewer.ObjectId, StringComparison.OrdinalIgnoreCase) || tools.Find(session.Tool) is not { } tool)
            return null;
        await AuditAsync(session, AuditKinds.RemoteSessionOpened, $"person:{viewer.ObjectId}", "The technician who asked for the remote session got its link.", cancellation);
        return (await tool.LinksAsync(reference, cancellation)).Supporter;
    }

    /// <summary>Ends a session, in the tool where it offers a way. Only who asked for it may, and the requester.</summary>
    public async Task EndAsync(RemoteSession session, string actor, CancellationToken cancellation)
    {
        if (!session.IsOpen)
            return;
        if (session.Reference is { } reference && tools.Find(session.Tool) is { } tool)
            await tool.CloseAsync(reference, cancellation);
        await OverAsync(session, RemoteSessionState.Ended, sessions.Now, actor, cancellation);
    }

    /// <summary>Brings all open sessions up to date: what expired, what can be made now, and what the tools say.</summary>
    /// <returns>How many, in one sentence.</returns>
    public async Task<string> WatchAsync(CancellationToken cancellation)
    {
        var (open, away) = (0, 0);
        await foreach (var session in sessions.OpenAsync(cancellation))
        {
            open++;
            try
            {
                await RefreshAsync(session, cancellation);
            }
            catch (VendorException fault) when (fault.System != "store")
            {
                // The tool is away: the session is read again at the next run, and its page says so.
                away++;
                await sessions.UpdateAsync(session.Id, before => before with { Note = fault.Message }, cancellation);
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{open} open remote sessions, {away} of them could not be read.");
    }

    /// <summary>Brings one session up to date.</summary>
    /// <exception cref="VendorException">The tool cannot be reached.</exception>
    public async Task<RemoteSession> RefreshAsync(RemoteSession session, CancellationToken cancellation)
    {
        var now = sessions.Now;
        if (session.State == RemoteSessionState.Asked)
            return now < session.AskedAt + RemoteSession.AnswerWithin ? session : await OverAsync(session, RemoteSessionState.Expired, now, "helpdesk", cancellation);
        if (session.IsOpen && now >= session.AskedAt + RemoteSession.Longest)
            return await OverAsync(session, RemoteSessionState.Ended, now, "helpdesk", cancellation);
        if (session.State == RemoteSessionState.Allowed)
            return await MakeAsync(session, cancellation);
        if (session is not { IsOpen: true, Reference: { } reference } || tools.Find(session.Tool) is not { } tool)
            return session;
        var state = await tool.ReadAsync(reference, cancellation);
        return state.Kind switch
        {
            RemoteStateKind.Active when session.State == RemoteSessionState.Ready => await sessions.UpdateAsync(session.Id, before => before with { State = RemoteSessionState.Active, StartedAt = state.StartedAt ?? now }, cancellation),
            RemoteStateKind.Closed => await OverAsync(session with { StartedAt = session.StartedAt ?? state.StartedAt }, RemoteSessionState.Ended, state.EndedAt ?? now, "helpdesk", cancellation),
            // A tool that only counts who is in it: everybody left.
            RemoteStateKind.Waiting when session.State == RemoteSessionState.Active => await OverAsync(session, RemoteSessionState.Ended, now, "helpdesk", cancellation),
            RemoteStateKind.Expired => await OverAsync(session, session.StartedAt is null ? RemoteSessionState.Expired : RemoteSessionState.Ended, state.EndedAt ?? now, "helpdesk", cancellation),
            _ => session,
        };
    }

    private async Task<RemoteSession> MakeAsync(RemoteSession session, CancellationToken cancellation)
    {
        if (tools.Find(session.Tool) is not { } tool)
            return session;
        // The requester may press twice, and the timer runs beside: two at once would be two sessions in a tool that finds none of its own yet.
        var (now, isMine) = (sessions.Now, false);
        session = await sessions.UpdateAsync(session.Id, before =>
        {
            isMine = before.State == RemoteSessionState.Allowed && (before.MakingSince is null || now - before.MakingSince >= LongestMaking);
            return isMine ? before with { MakingSince = now } : before;
        }, cancellation);
        return isMine ? await MakeOnceAsync(session, tool, cancellation) : session;
    }

    private async Task<RemoteSession> MakeOnceAsync(RemoteSession session, IRemoteSupport tool, CancellationToken cancellation)
    {
        string reference;
        try
        {
            reference = await tool.CreateAsync(new RemoteSessionDraft(session.Id, session.Ticket, session.Device), cancellation);
        }
        catch (VendorException fault)
        {
            return await sessions.UpdateAsync(
                session.Id, before => before.State != RemoteSessionState.Allowed ? before : before with { State = fault.IsRetryable ? RemoteSessionState.Allowed : RemoteSessionState.Failed, Note = fault.Message, MakingSince = null }, cancellation);
        }

        var ready = await sessions.UpdateAsync(
            session.Id, before => before.State == RemoteSessionState.Allowed ? before with { State = RemoteSessionState.Ready, Reference = reference, ReadyAt = sessions.Now, Note = null, MakingSince = null } : before, cancellation);
        if (ready.Reference == reference)
            await AuditAsync(ready, AuditKinds.RemoteSessionMade, "helpdesk", $"{tool.DisplayName} made the remote session.", cancellation);
        else
            // It was ended while the tool made it: no one may join it.
            await tool.CloseAsync(reference, cancellation);
        return ready;
    }

    private async Task<RemoteSession> OverAsync(RemoteSession session, RemoteSessionState state, DateTimeOffset at, string actor, CancellationToken cancellation)
    {
        var over = await sessions.UpdateAsync(session.Id, before => before.IsOpen ? before with { State = state, StartedAt = before.StartedAt ?? session.StartedAt, EndedAt = at, Note = null } : before, cancellation);
        var length = over is { StartedAt: { } started, EndedAt: { } ended } ? $" It took {((ended - started).TotalMinutes).ToString("0", CultureInfo.InvariantCulture)} min." : "";
        await AuditAsync(over, AuditKinds.RemoteSessionEnded, actor, over.State == RemoteSessionState.Expired ? "The remote session expired." : $"The remote session ended.{length}", cancellation);
        if (session.State == RemoteSessionState.Asked)
            await CloseButtonsAsync(over, cancellation);
        return over;
    }

    // Answered on the page, or over: a button that stays in a chat would promise something.
    private Task CloseButtonsAsync(RemoteSession session, CancellationToken cancellation) => channels.CloseAsync(
        session.CaseId, ButtonKind.AllowRemote, session.ButtonNumber,
        language => (session.State switch { RemoteSessionState.Refused => RemoteSessionTexts.Refused, RemoteSessionState.Expired => RemoteSessionTexts.Expired, _ => RemoteSessionTexts.AllowedInChat }).In(language), cancellation);

    // The name of a session is no key to it; its links are in no entry.
    private Task AuditAsync(RemoteSession session, string kind, string actor, string summary, CancellationToken cancellation)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["session"] = session.Id, ["tool"] = session.Tool };
        if (session.EndedAt is not null && session.Reference is { } reference)
            facts["reference"] = reference;
        return audit.AppendAsync(new AuditEvent(session.CaseId, $"{session.Id}/{kind}", kind, actor, summary, facts), cancellation);
    }

    private static bool IsDevice(string device) => device.Length is > 0 and <= LongestDevice && device.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '@');
}
