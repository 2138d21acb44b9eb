using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Proofs;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Secrets;
using HelpDesk.Web.HandOvers;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Proof;

/// <summary>
/// A person's own page: by the signed link, or signed in. The link proves nothing; opening it changes nothing. The person enters the code that their
/// manager gave them and collects their own pass, once (P3).
/// </summary>
public sealed class ProofHandler(OwnPage own, ProofLinks links, PersonLinks person, SelfServiceReset reset, StepUp stepUp, IDirectory directory)
{
    /// <summary><c>GET /proof/{id}?t=...</c>: how far it is.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var token = http.Query("t");
        return await FindAsync(http, token, ProofBrowser.Mark(http)) is { } state ? await ShowAsync(http, state, token) : Invalid(http);
    }

    /// <summary><c>POST /proof/{id}</c>: enters a code, or shows the pass.</summary>
    public async Task<IResult> ActAsync(HttpContext http)
    {
        var (token, browser) = (http.Field("t"), ProofBrowser.DigestOf(http));
        if (await FindAsync(http, token, browser) is not { } state)
            return Invalid(http);
        if (WhyNotHere(http, state, browser) is { } whyNot)
            return Page.Forbidden(http, whyNot);
        if (http.Field("act") == "show")
            return await CollectAsync(http, state, browser);
        if (http.Field("act") == "signed-in")
            return await SignedInAsync(http, state, token, browser);
        if (http.Field("act") == "verified-id")
            return await AskVerifiedIdAsync(http, state, token, browser);
        var language = await LanguageAsync(state, http.RequestAborted);
        var use = await own.EnterAsync(state.Case.CaseId, http.Field("code"), browser, http.RequestAborted);
        var after = await own.OfAsync(state.Case.CaseId, browser, http.RequestAborted) ?? state;
        return use == VoucherUse.Taken
            ? await ShowAsync(http, after, token)
            : Page.Show<ProofPage, ProofModel>(http, await ModelAsync(http, after, token, ProofTexts.ProblemOf(use).In(language)), use == VoucherUse.TooManyTries ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest);
    }

    // The person acts here, and no one for them: not the manager in the browser that showed the code, and nobody who is signed in as another.
    private static string? WhyNotHere(HttpContext http, OwnPageState state, string browser)
    {
        if (ProofBrowser.IsGiver(http))
            return "The code was shown in this browser. The person must enter it on their own device.";
        if (PageRequest.Of(http).Viewer is { Person: var viewer } && !IsOwn(state, viewer.ObjectId))
            return $"You're signed in as {viewer.Name}. This page is for another person: sign out, or let them open it on their own device.";
        return browser.Length == 0 ? "This page needs a cookie. Allow cookies for this site, open the link again and try again." : null;
    }

    private async Task<IResult> CollectAsync(HttpContext http, OwnPageState state, string browser)
    {
        var outcome = await own.CollectAsync(state.Case.CaseId, browser, http.RequestAborted);
        var language = await LanguageAsync(state, http.RequestAborted);
        return outcome.Kind switch
        {
            SecretOutcomeKind.Shown => Page.Show<OwnPassPage, OwnPassModel>(http, new OwnPassModel(outcome, NotMeOf(state), language, SecretScript.Countdown)),
            SecretOutcomeKind.NotAllowed => Page.Forbidden(http, outcome.Message),
            SecretOutcomeKind.Failed => Page.Message(http, StatusCodes.Status503ServiceUnavailable, "The pass couldn't be shown", outcome.Message),
            SecretOutcomeKind.Expired => Page.Message(http, StatusCodes.Status410Gone, "The pass expired", outcome.Message),
            _ => Page.Message(http, StatusCodes.Status409Conflict, "The pass can't be shown", outcome.Message),
        };
    }

    private async Task<IResult> ShowAsync(HttpContext http, OwnPageState state, string token) =>
        Page.Show<ProofPage, ProofModel>(http, await ModelAsync(http, state, token));

    // A sign-in counts only on this press, never by opening a page.
    private async Task<IResult> SignedInAsync(HttpContext http, OwnPageState state, string token, string browser)
    {
        if (PageRequest.Of(http).Viewer is not { Person: var viewer })
            return Page.Forbidden(http, "Sign in first.");
        var whyNot = await own.SignedInAsync(state.Case.CaseId, viewer, stepUp.ProofContext, browser, http.RequestAborted);
        var after = await own.OfAsync(state.Case.CaseId, browser, http.RequestAborted) ?? state;
        return Page.Show<ProofPage, ProofModel>(http, await ModelAsync(http, after, token, whyNot), whyNot is null ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden);
    }

    private async Task<IResult> AskVerifiedIdAsync(HttpContext http, OwnPageState state, string token, string browser)
    {
        var wallet = await own.AskVerifiedIdAsync(state.Case.CaseId, OneTimeCode.Secret(), OneTimeCode.Secret(), browser, http.RequestAborted);
        // The picture that another phone reads is part of the page itself.
        if (wallet?.QrCode is not null)
            http.Response.Headers.ContentSecurityPolicy = http.Response.Headers.ContentSecurityPolicy.ToString().Replace("img-src 'self'", "img-src 'self' data:", StringComparison.Ordinal);
        return Page.Show<ProofPage, ProofModel>(http, await ModelAsync(http, state, token) with { Wallet = wallet });
    }

    private async Task<ProofModel> ModelAsync(HttpContext http, OwnPageState state, string token, string? problem = null) =>
        new(state, token, NotMeOf(state), await LanguageAsync(state, http.RequestAborted), problem)
        {
            OffersVerifiedId = own.OffersVerifiedId,
            OffersSignIn = stepUp.ProofContext.Length > 0,
            IsSignedIn = PageRequest.Of(http).Viewer is { Person: var viewer } && IsOwn(state, viewer.ObjectId),
            OffersReset = state.Step is not (OwnStep.Over or OwnStep.People) && await reset.IsForAsync(state.Case.RequesterId, state.Case.Intent, http.RequestAborted),
        };

    private string NotMeOf(OwnPageState state) => person.NotMeLinkFor(state.Case.CaseId).PathAndQuery;

    // The token first: without one, nothing is said about which cases exist.
    private async Task<OwnPageState?> FindAsync(HttpContext http, string token, string browser)
    {
        if (links.IsValid(new CaseId(http.Id()), token))
            return await own.OfAsync(new CaseId(http.Id()), browser, http.RequestAborted);
        return PageRequest.Of(http).Viewer is { Person: var viewer } && await own.OfAsync(new CaseId(http.Id()), browser, http.RequestAborted) is { } state && IsOwn(state, viewer.ObjectId) ? state : null;
    }

    private static bool IsOwn(OwnPageState state, string personId) => string.Equals(state.Case.RequesterId, personId, StringComparison.OrdinalIgnoreCase);

    // A signed link works while the directory is away, in English then.
    private async Task<string> LanguageAsync(OwnPageState state, CancellationToken cancellation)
    {
        try
        {
            return state.Case.RequesterId is { } id && (await directory.GetPersonAsync(id, cancellation))?.Language is { } language && LocalizedText.Languages.Contains(language, StringComparer.Ordinal) ? language : "en";
        }
        catch (VendorException)
        {
            return "en";
        }
    }

    private static IResult Invalid(HttpContext http) =>
        Page.NotFound(http, "This link doesn't work", "It may be incomplete or belong to another ticket. Ask your manager for the link, or call the service desk.");
}
