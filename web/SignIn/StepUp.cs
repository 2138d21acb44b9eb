using System.Globalization;
using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.SignIn;

/// <summary>Demands a fresh sign-in, or a stronger one, before a decision counts (<see cref="StepUpOptions"/>).</summary>
public sealed class StepUp(IOptions<SignInOptions> options, TimeProvider time) : IDecisionStepUp
{
    /// <summary>Where a challenge carries the authentication context that it asks for.</summary>
    internal const string ContextItem = "step-up";

    /// <summary>The page that asks for another sign-in; null when this one is good enough.</summary>
    /// <param name="http">The request of who decides.</param>
    /// <param name="impact">Impact of what they decide.</param>
    /// <param name="back">Where they go on after the sign-in.</param>
    public static IResult? Demand(HttpContext http, Impact impact, string back)
    {
        var step = http.RequestServices.GetRequiredService<StepUp>();
        return step.WhyNot(PageRequest.ViewerOf(http).Person, impact) is { } why
            ? Page.Message(
                http, StatusCodes.Status401Unauthorized, "Sign in again", $"Nothing was done. {why}",
                $"/sign-in?go=1&step={impact.ToString().ToLowerInvariant()}&return={Uri.EscapeDataString(LocalUrl.Or(back))}", "Sign in again")
            : null;
    }

    /// <summary>Why a sign-in is not good enough for an impact; null when it is.</summary>
    internal string? WhyNot(SignedInPerson person, Impact impact)
    {
        var rule = options.Value.StepUp.For(impact);
        if (rule.MaxAge is { } age && age > TimeSpan.Zero)
        {
            if (person.ProvedAt is not { } provedAt)
                return "The sign-in service doesn't say when you signed in. Sign in again. If that doesn't help, add the optional claim auth_time to the app registration.";
            if (time.GetUtcNow() - provedAt > age)
                return string.Create(CultureInfo.InvariantCulture, $"This needs a sign-in of the last {Math.Ceiling(age.TotalMinutes):0} minutes.");
        }

        return rule.Context.Length > 0 && !person.Contexts.Split(' ').Contains(rule.Context, StringComparer.Ordinal)
            ? $"This needs a stronger sign-in (authentication context {rule.Context})."
            : null;
    }

    /// <summary>True when an impact asks for more than any sign-in, so that a chat cannot take the approval.</summary>
    public bool Asks(Impact impact) => options.Value.StepUp.For(impact) is var rule && (rule.MaxAge > TimeSpan.Zero || rule.Context.Length > 0);

    /// <summary>What the identity provider is asked for.</summary>
    /// <param name="impact">Impact of what will be decided; null = an ordinary sign-in.</param>
    /// <param name="back">Where they go on.</param>
    internal AuthenticationProperties ChallengeFor(Impact? impact, string back)
    {
        if (impact is not { } wanted)
            return new AuthenticationProperties { RedirectUri = back };
        var rule = options.Value.StepUp.For(wanted);
        var challenge = new OpenIdConnectChallengeProperties { RedirectUri = back, Prompt = "login" };
        if (rule.MaxAge is { } age && age > TimeSpan.Zero)
            challenge.MaxAge = age;
        challenge.Items[ContextItem] = rule.Context;
        return challenge;
    }

    /// <summary>What the identity provider is asked for when a person proves who they are; null when that is not set up.</summary>
    /// <param name="back">Where they go on.</param>
    internal AuthenticationProperties? ProofChallenge(string back)
    {
        if (ProofContext.Length == 0)
            return null;
        var challenge = new OpenIdConnectChallengeProperties { RedirectUri = back, Prompt = "login", MaxAge = TimeSpan.Zero };
        challenge.Items[ContextItem] = ProofContext;
        return challenge;
    }

    /// <summary>The authentication context by which a person proves who they are; empty = none.</summary>
    internal string ProofContext => options.Value.StepUp.ProofContext;

    /// <summary>Contexts that a simulated sign-in satisfies: those that were asked for.</summary>
    internal string ContextsFor(Impact? impact) => impact is { } wanted ? options.Value.StepUp.For(wanted).Context : "";

    /// <summary>The <c>claims</c> parameter: when the person proved who they are, and the authentication context where one is wanted.</summary>
    internal static string ClaimsFor(string? context)
    {
        var token = new JsonObject { ["auth_time"] = new JsonObject { ["essential"] = true } };
        if (!string.IsNullOrEmpty(context))
            token["acrs"] = new JsonObject { ["essential"] = true, ["value"] = context };
        return new JsonObject { ["id_token"] = token }.ToJsonString();
    }
}
