using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.RemoteSessions;

namespace HelpDesk.Web.RemoteSessions;

/// <summary>What the technician's page shows.</summary>
/// <param name="Case">The case.</param>
/// <param name="Sessions">Its sessions, newest first.</param>
/// <param name="Tools">The tools that can be asked for.</param>
/// <param name="Link">The supporter's link, in the one answer to the press that asked for it; null otherwise.</param>
public sealed record RemoteModel(CaseRecord Case, IReadOnlyList<RemoteSession> Sessions, IReadOnlyList<RemoteToolLine> Tools, Uri? Link);

/// <summary>A tool as the page names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="NeedsDevice">True when the technician names the device.</param>
public sealed record RemoteToolLine(string Id, string Name, bool NeedsDevice);

/// <summary>What the requester's page shows.</summary>
/// <param name="Session">The session.</param>
/// <param name="Tool">Name of the tool.</param>
/// <param name="Token">The token of the link.</param>
/// <param name="Language">Two-letter language.</param>
/// <param name="Link">Where they join; null while or where there is nothing to open.</param>
public sealed record RemoteConsentModel(RemoteSession Session, string Tool, string Token, string Language, Uri? Link);
