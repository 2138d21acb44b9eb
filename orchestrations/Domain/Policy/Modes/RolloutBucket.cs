using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Policy.Modes;

/// <summary>In which per cent of the rollout a case lies.</summary>
public static class RolloutBucket
{
    /// <summary>0 to 99, evenly spread, the same for the same case and runbook for ever; different runbooks pick different cases.</summary>
    public static int Of(CaseId caseId, string runbookId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{runbookId}\n{caseId}"));
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % 100);
    }
}
