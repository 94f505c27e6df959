package dev.aizuchi.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Turn a model's id into a verified path, and fetch what is not there.
 *
 * <p>A shipped model counts before a fetched one. Reading never waits; fetches wait for each other, in this process and
 * in others. All failures are {@link ModelException}.
 */
public final class ModelStore {
    private final ModelCatalogue catalogue;
    private final StoreLocation location;
    private final Disk disk;
    private final ReentrantLock fetching = new ReentrantLock();

    public ModelStore(ModelCatalogue catalogue, StoreLocation location) {
        this(catalogue, location, Disk.real());
    }

    ModelStore(ModelCatalogue catalogue, StoreLocation location, Disk disk) {
        this.catalogue = catalogue;
        this.location = location;
        this.disk = disk;
    }

    /** Give the folder of a model after a quick look: every file is there, and their lengths add up. */
    public Path path(String id) {
        ModelStatus status = status(catalogue.entry(id));
        if (!status.usable()) {
            throw new ModelException("model " + id + " is "
                    + (status.state() == ModelStatus.State.MISSING ? "not on this machine" : "damaged") + " ("
                    + status.folder()
                    + "); " + cure(status.entry()));
        }
        return status.folder();
    }

    /** Give the state of every model of the catalogue by the same quick look. */
    public List<ModelStatus> list() {
        return catalogue.entries().stream().map(this::status).toList();
    }

    /** Read and hash every file of a model. */
    public Verification verify(String id) {
        ModelStatus status = status(catalogue.entry(id));
        return new ModelFolder(id, status.folder()).verify();
    }

    /** Tell what a fetch would bring: licence, size, source. */
    public Offer offer(String id) {
        return Offer.of(catalogue.entry(id));
    }

    /**
     * Fetch a model unless it is there and every hash is right, and give its folder.
     *
     * <p>Blocks until done; an interrupt ends it. What a broken connection has brought is kept for the next time.
     */
    public Path fetch(String id, FetchOptions options, ProgressListener listener) {
        return install(id, options, listener, it -> it.fetch(new HttpTransfer(options, disk, listener)));
    }

    /**
     * Install a model from files fetched elsewhere: one file, or a folder with all of them; hashes are checked alike.
     */
    public Path fetchFrom(String id, Path fileOrFolder, FetchOptions options, ProgressListener listener) {
        return install(id, options, listener, it -> it.from(fileOrFolder));
    }

    @FunctionalInterface
    private interface Step {
        void run(Installation installation) throws IOException;
    }

    private Path install(String id, FetchOptions options, ProgressListener listener, Step step) {
        ModelEntry entry = catalogue.entry(id);
        ModelStatus before = status(entry);
        try {
            if (isCurrent(entry, new ModelFolder(id, before.folder()))) {
                return before.folder();
            }
            if (entry.downloads().isEmpty()) {
                throw new ModelException("model " + id + " comes with the product and is missing or damaged ("
                        + before.folder() + "); " + cure(entry));
            }
            fetching.lockInterruptibly();
            try {
                return installAlone(entry, options, listener, step);
            } finally {
                fetching.unlock();
            }
        } catch (IOException e) {
            throw disk.full(id, location.root(), entry.bytes(), Reasons.of(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException("model " + id + ": interrupted while another fetch went on; fetch again", e);
        }
    }

    private Path installAlone(ModelEntry entry, FetchOptions options, ProgressListener listener, Step step)
            throws IOException {
        Files.createDirectories(location.root());
        try (StoreLock lock = StoreLock.acquire(location.root(), options.lockTimeout(), listener)) {
            ModelFolder fetched = fetched(entry);
            // Another process may have fetched it while this one waited.
            if (!isCurrent(entry, fetched)) {
                step.run(new Installation(entry, lock, new PinFile(location.lockFile()), disk, listener));
            }
            return fetched.path();
        }
    }

    private static boolean isCurrent(ModelEntry entry, ModelFolder folder) throws IOException {
        return folder.looksIntact() && folder.isOf(entry) && folder.verify().intact();
    }

    private ModelStatus status(ModelEntry entry) {
        ModelFolder shipped = new ModelFolder(entry.id(), location.shipped().resolve(entry.shipped()));
        if (!entry.shipped().isEmpty() && shipped.looksIntact()) {
            return new ModelStatus(entry, ModelStatus.State.SHIPPED, shipped.path());
        }
        ModelFolder folder = entry.downloads().isEmpty() ? shipped : fetched(entry);
        ModelStatus.State state = !folder.exists()
                ? ModelStatus.State.MISSING
                : folder.looksIntact() ? ModelStatus.State.FETCHED : ModelStatus.State.CORRUPT;
        return new ModelStatus(entry, state, folder.path());
    }

    private ModelFolder fetched(ModelEntry entry) {
        return new ModelFolder(entry.id(), location.root().resolve(entry.id()));
    }

    private String cure(ModelEntry entry) {
        if (entry.downloads().isEmpty()) {
            return "restore it: git checkout -- models/" + entry.shipped() + ", or unpack the release again";
        }
        return "fetch it: ./aizuchi models fetch " + entry.id() + " (" + entry.licence()
                + (entry.bytes() > 0 ? ", " + Reasons.size(entry.bytes()) : "") + ")";
    }
}
