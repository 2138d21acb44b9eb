using System.Text.Json.Serialization;
using HelpDesk.Orchestrations.Domain.Intents;

namespace HelpDesk.Orchestrations.Domain.Policy;

/// <summary>What triage said, as far as plan and policy weigh it. Hints are only compared with what the directory and our own files hold.</summary>
/// <param name="Intent">Intent id; null when it abstained.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="IsModel">True when a language model said so; false for the embedded classifier and anything unknown.</param>
/// <param name="IsAbstention">True when triage did not want to say.</param>
/// <param name="DeviceHint">How the ticket names a device, at most 100 characters; null when it does not.</param>
/// <param name="AppHint">How the ticket names an application or licence, at most 100 characters; null when it does not.</param>
/// <param name="IsConfirmedLost">True when the requester says that the device is gone for good; null when the ticket does not tell.</param>
/// <param name="IsAboutSomebodyElse">True when the text asks for another person than its writer.</param>
/// <param name="AsksForGuestRemoval">True when the text itself asks to take a guest account away and nothing else about guests.</param>
/// <param name="RestartWasTried">True when the text itself says that a restart was tried, or helps only for a while.</param>
/// <param name="System">Whose password, lock or code it is about: <c>entra</c>, <c>unknown</c> or <c>other:ID</c> of policy/systems.yaml; null when it is about none.</param>
/// <param name="Withheld">The trait because of which no runbook may act on this ticket, whatever its intent; null when none forbids it.</param>
/// <param name="Doubt">Why the intent is in doubt, whatever confidence a model gave it: one of <see cref="HelpDesk.Orchestrations.Domain.Intents.TicketTraits"/>; null when nothing speaks against it.</param>
public sealed record TriageFacts(
    string? Intent,
    double Confidence,
    bool IsModel,
    bool IsAbstention,
    string? DeviceHint = null,
    string? AppHint = null,
    bool? IsConfirmedLost = null,
    bool IsAboutSomebodyElse = false,
    bool AsksForGuestRemoval = false,
    bool RestartWasTried = false,
    string? System = null,
    string? Withheld = null,
    string? Doubt = null)
{
    /// <summary>The reason for the doubt, as a person reads it; null when there is none.</summary>
    [JsonIgnore]
    public string? WhyInDoubt => Doubt switch
    {
        null => null,
        TicketTraits.NotInTheWords => "the words for it are not in the ticket",
        TicketTraits.TitleContradictsText => "title and text of the ticket speak of different things",
        _ => "the text of the ticket speaks against it",
    };

    /// <summary>Facts where nothing was guessed: a person chose the runbook.</summary>
    public static TriageFacts ChosenByPerson(string intent) => new(intent, 1, IsModel: true, IsAbstention: false);
}
