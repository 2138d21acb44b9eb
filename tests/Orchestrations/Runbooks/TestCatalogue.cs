using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Runbooks;

/// <summary>The catalogue's ids with the impact that the design gives them; what no test here needs in detail comes from docs/remediations.md.</summary>
public static partial class TestCatalogue
{
    public static RemediationCatalogue Create() => new(Remediations());

    public static IReadOnlyList<FakeRemediation> Remediations() => [.. InDetail().Concat(OfThePage()).DistinctBy(one => one.Descriptor.Id, StringComparer.Ordinal)];

    private static IReadOnlyList<FakeRemediation> InDetail() =>
    [
        User("user.revoke-sessions", Impact.Medium, Reversibility.SelfHealing),
        User("user.disable-sign-in", Impact.High, Reversibility.Undoable),
        AtRisk("user.enable-sign-in", Impact.Medium, Reversibility.Undoable, AccountRisk.None),
        User("user.delete-mfa-method", Impact.High, Reversibility.Irreversible, credentials: true, parameters: ["kind"]),
        User("user.grant-temporary-pass", Impact.High, Reversibility.Undoable, credentials: true, handOver: true),
        User("user.assign-licence", Impact.Low, Reversibility.Undoable, parameters: ["skuId"]),
        User("user.remove-licence", Impact.Medium, Reversibility.Undoable, parameters: ["skuId"]),
        User("group.add-member", Impact.Medium, Reversibility.Undoable, parameters: ["groupId", "expiresAfter"]),
        User("group.remove-member", Impact.Medium, Reversibility.Undoable, parameters: ["groupId"]),
        User("user.confirm-compromised", Impact.High, Reversibility.Undoable),
        AtRisk("user.dismiss-risk", Impact.High, Reversibility.Irreversible, AccountRisk.Medium),
        User("user.force-password-change", Impact.Medium, Reversibility.Undoable, credentials: true),
        User("user.leave-groups", Impact.High, Reversibility.Undoable),
        User("user.remove-licences", Impact.High, Reversibility.Undoable),
        User("user.swap-licence", Impact.Medium, Reversibility.Undoable, parameters: ["fromSkuId", "toSkuId"]),
        Guest("user.tell-manager", Impact.Low, Reversibility.SelfHealing),
        Guest("guest.disable", Impact.High, Reversibility.Undoable),
        Guest("guest.leave-groups", Impact.High, Reversibility.Undoable),
        Device("device.sync", Impact.Low, Reversibility.SelfHealing),
        Device("device.restart", Impact.Medium, Reversibility.SelfHealing),
        Device("device.remote-lock", Impact.Medium, Reversibility.SelfHealing),
        Device("device.retire", Impact.High, Reversibility.Irreversible),
        Device("device.wipe", Impact.High, Reversibility.Irreversible, erases: true),
        Device("device.wipe-keep-enrolment", Impact.High, Reversibility.Irreversible, erases: true),
        Device("device.wipe-keep-data", Impact.High, Reversibility.Irreversible, erases: true),
        Device("device.fresh-start", Impact.High, Reversibility.Irreversible, erases: true),
        Device("device.fresh-start-keep-data", Impact.High, Reversibility.Irreversible, erases: true),
        Device("device.rotate-bitlocker-keys", Impact.Medium, Reversibility.SelfHealing),
        Device("device.rotate-local-admin-password", Impact.Medium, Reversibility.SelfHealing),
        Device("device.shut-down", Impact.Medium, Reversibility.SelfHealing),
        Device("device.disable-lost-mode", Impact.High, Reversibility.SelfHealing),
        Device("device.bypass-activation-lock", Impact.High, Reversibility.Irreversible),
        Device("device.defender-quick-scan", Impact.Low, Reversibility.SelfHealing),
        Device("device.defender-full-scan", Impact.Low, Reversibility.SelfHealing),
        Device("device.defender-signatures", Impact.Low, Reversibility.SelfHealing),
        Place("device.locate"),
        Opening("device.reset-passcode", null),
        Opening("device.show-passcode", SecretKind.DevicePasscode),
        Opening("device.show-bitlocker-key", SecretKind.BitLockerKey),
        Opening("device.show-local-admin-password", SecretKind.LocalAdminPassword),
    ];

    // The page is written from the real descriptors, and a test compares it with them: a new remediation is known here without another line.
    private static IEnumerable<FakeRemediation> OfThePage() =>
        from row in File.ReadLines(Path.Combine(Repository(), "docs", "remediations.md")).Select(line => Row().Match(line))
        where row.Success
        let id = row.Groups["id"].Value
        let target = id.StartsWith("device.", StringComparison.Ordinal) ? TargetKind.Device : TargetKind.User
        let reversibility = row.Groups["undo"].Value switch { "yes" => Reversibility.Undoable, "no" => Reversibility.Irreversible, _ => Reversibility.SelfHealing }
        select new FakeRemediation(Describe(id, target, Enum.Parse<Impact>(row.Groups["impact"].Value), reversibility));

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HelpDesk.Local.slnf")))
            folder = folder.Parent ?? throw new InvalidOperationException("HelpDesk.Local.slnf is in no folder above the tests.");
        return folder.FullName;
    }

    [GeneratedRegex(@"^\| \[`(?<id>[a-z.-]+)`\].* \| (?<impact>Low|Medium|High) \| [^|]* \| (?<undo>[^|]*) \|$", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Row();

    public static FakeRemediation User(
        string id, Impact impact, Reversibility reversibility, bool credentials = false, bool handOver = false, IReadOnlyList<string>? parameters = null) =>
        new(Describe(id, TargetKind.User, impact, reversibility) with { TouchesCredentials = credentials, IsHandOver = handOver, Parameters = parameters ?? [] });

    public static FakeRemediation Device(string id, Impact impact, Reversibility reversibility, bool erases = false) =>
        new(Describe(id, TargetKind.Device, impact, reversibility) with { ErasesDevice = erases });

    private static FakeRemediation AtRisk(string id, Impact impact, Reversibility reversibility, AccountRisk most) =>
        new(Describe(id, TargetKind.User, impact, reversibility) with { MostRisk = most });

    private static FakeRemediation Guest(string id, Impact impact, Reversibility reversibility) =>
        new(Describe(id, TargetKind.User, impact, reversibility) with { IsForGuests = true });

    private static FakeRemediation Place(string id) => new(Describe(id, TargetKind.Device, Impact.Medium, Reversibility.Irreversible) with { NeedsApproval = true });

    private static FakeRemediation Opening(string id, SecretKind? secret) => new(Describe(id, TargetKind.Device, Impact.High, Reversibility.Irreversible) with
    {
        TouchesCredentials = true,
        IsHandOver = secret is not null,
        Secret = secret ?? default,
        Parameters = secret is SecretKind.BitLockerKey or SecretKind.LocalAdminPassword ? ["expiresAfter"] : [],
    });

    private static RemediationDescriptor Describe(string id, TargetKind target, Impact impact, Reversibility reversibility) => new()
    {
        IsContainment = id is "user.revoke-sessions" or "user.disable-sign-in" or "user.confirm-compromised" or "device.remote-lock" or "guest.disable",
        Id = id,
        Title = $"Title of {id}",
        Effect = $"Effect of {id}",
        Undo = $"Undo of {id}",
        Requester = LocalizedText.Of($"Done: {id}", $"Erledigt: {id}", $"Hecho: {id}", $"Fait : {id}"),
        Preconditions = [$"Precondition of {id}."],
        Captures = $"State of {id}.",
        Execution = $"Call of {id}.",
        Verification = $"Read-back of {id}.",
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = target,
        Impact = impact,
        Reversibility = reversibility,
        Permissions = ["None.Needed"],
        VerifyFor = TimeSpan.FromMinutes(5),
        VerifyEvery = TimeSpan.FromSeconds(10),
    };
}
