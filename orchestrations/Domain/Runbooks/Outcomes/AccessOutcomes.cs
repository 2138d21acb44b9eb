using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

/// <summary>What can be required of access and licences.</summary>
internal static class AccessOutcomes
{
    private static readonly TimeSpan Replication = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<OutcomeCondition> All { get; } =
    [
        new(
            "access.member", "the person is a member of the group that gives the access", Replication, Often)
        {
            Needs = ["group.add-member"],
        },
        new(
            "access.not-member", "the person is not a member of the group any more, through another group neither", Replication, Often)
        {
            Needs = ["group.remove-member"],
        },
        new(
            // Intune installs at the next check-in of a device that is on; a working day covers it.
            "app.installed", "the application that the access brings is installed", TimeSpan.FromHours(24), TimeSpan.FromMinutes(15))
        {
            Requester = LocalizedText.Of(
                "The application is installed on your device.", "Die Anwendung ist auf Ihrem Gerät installiert.",
                "La aplicación está instalada en su dispositivo.", "L'application est installée sur votre appareil."),
            Needs = ["group.add-member", "device.sync"],
        },
        new(
            // Most service plans are there in minutes; Exchange and Teams may take hours.
            "licence.provisioned", "the licence is assigned and its services are provisioned", TimeSpan.FromHours(8), TimeSpan.FromMinutes(5))
        {
            Requester = LocalizedText.Of(
                "The services of the licence are ready for you.", "Die Dienste der Lizenz stehen für Sie bereit.",
                "Los servicios de la licencia están listos para usted.", "Les services de la licence sont prêts pour vous."),
            Needs = ["user.assign-licence", "user.swap-licence"],
        },
    ];
}
