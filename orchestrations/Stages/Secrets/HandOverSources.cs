using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Finds the source of a kind of secret.</summary>
public sealed class HandOverSources(IEnumerable<ISecretSource> sources, IOptions<HelpDeskOptions> options)
{
    private readonly Dictionary<SecretKind, ISecretSource> _sources = sources.ToDictionary(source => source.Kind);

    /// <summary>The source of that kind.</summary>
    /// <exception cref="VendorException">None is connected; not retryable.</exception>
    public ISecretSource Of(SecretKind kind) => _sources.GetValueOrDefault(kind)
        ?? throw new VendorException("helpdesk", "no-source", $"Nothing that is connected gives a {SecretLabels.NameOf(kind)}.", isRetryable: false);

    /// <summary>What the source is asked for a hand-over.</summary>
    public SecretRequest RequestOf(HandOver handOver) => new(handOver.Opens(), handOver.SubjectId, options.Value.PassLifetime);
}

/// <summary>How the kinds of secrets are called where people read of them.</summary>
public static class SecretLabels
{
    /// <summary>Its name in the middle of a sentence: "temporary pass".</summary>
    public static string NameOf(SecretKind kind) => kind switch
    {
        SecretKind.TemporaryPass => "temporary pass",
        SecretKind.LocalAdminPassword => "local administrator password",
        SecretKind.BitLockerKey => "BitLocker recovery key",
        SecretKind.DevicePasscode => "device passcode",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Its short name: "pass".</summary>
    public static string ShortOf(SecretKind kind) => kind switch
    {
        SecretKind.TemporaryPass => "pass",
        SecretKind.LocalAdminPassword => "password",
        SecretKind.BitLockerKey => "key",
        SecretKind.DevicePasscode => "passcode",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Whom or what it opens, by name, as the hand-over's headline says: "Temporary pass for Amy Poe", "Device passcode of LON-PH-7 for Amy Poe".</summary>
    public static string TitleOf(HandOver handOver)
    {
        var name = NameOf(handOver.Kind);
        var title = char.ToUpperInvariant(name[0]) + name[1..];
        return handOver.TargetName is { Length: > 0 } target ? $"{title} of {target} for {handOver.SubjectName}" : $"{title} for {handOver.SubjectName}";
    }
}
